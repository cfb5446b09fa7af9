import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { bootOn } from '../../harness/boot';
import { archiveFolder, postText } from '../archive-folder';
import { importInto } from '../importing';

const { TEST_MYSQL_URL: url } = process.env;
const where = url === undefined ? describe.skip : describe;

// Skipped without a MariaDB or MySQL to ask: no other database has such encodings.
where('a database in latin1', () => {
  it('is refused with one error that names utf8mb4, and nothing is written', async () => {
    const name = `broadsheet_test_${randomBytes(6).toString('hex')}`;
    const run = async (statement: string) => {
      const connection = await createConnection(url ?? '');
      await connection.query(statement);
      await connection.end();
    };
    await run(`create database ${name} character set latin1`);
    const own = new URL(url ?? '');
    own.pathname = `/${name}`;
    const site = await bootOn({
      environment: { DATABASE_CLIENT: 'mysql', DATABASE_URL: own.href },
      drop: () => run(`drop database ${name}`),
    });
    const folder = await archiveFolder();
    await folder.write('_posts/2022-03-03-a.md', postText());
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow(
      /character set latin1, .* to utf8mb4 and import again/
    );
    expect(await site.strapi.db.query('plugin::front-matter.run').count()).toBe(0);
    expect(await site.strapi.db.query('api::post.post').count()).toBe(0);
    await site.close();
    await folder.drop();
  });
});
