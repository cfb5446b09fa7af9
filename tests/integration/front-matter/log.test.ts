import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { moveLog } from '../../../src/plugins/front-matter/server/src/write/log/move-log';
import { boot, root, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { statementsOf } from '../harness/statements';

/** As it is compiled: the thread's file stands beside it. */
const compiled = path.join(root, 'src/plugins/front-matter/dist/server/src/write/log/move-log.js');
const log = require(compiled) as { readonly moveLog: typeof moveLog };

const AT_ONCE = 0;
const LATER = 3_600_000;

describe.each(databases)('the log of a database that much is written into, on $name', (kind) => {
  let site: TestSite;

  beforeEach(async () => {
    site = await boot(kind);
  });
  afterEach(() => site.close());

  const isSqlite = kind.name === 'sqlite';

  const pragma = async (statement: string): Promise<unknown> => {
    const [row] = (await site.strapi.db.connection.raw(`pragma ${statement}`)) as object[];
    return Object.values(row ?? {})[0];
  };
  const write = (name: string): Promise<unknown> =>
    site.strapi.db.query('api::tag.tag').create({ data: { name, slug: name } });
  /** What the connection is told of its log. */
  const toldOf = async (work: () => Promise<unknown>): Promise<string[]> =>
    (await statementsOf(site.strapi, work))
      .map(({ sql }) => sql)
      .filter((sql) => sql.startsWith('pragma wal_autocheckpoint ='));

  if (!isSqlite) {
    it('is the server’s own affair', async () => {
      const sent = await statementsOf(site.strapi, async () => {
        const mover = await log.moveLog(site.strapi, AT_ONCE);
        await mover.move();
        await mover.close();
      });
      expect(sent).toEqual([]);
    });
    return;
  }

  it('is moved by a thread, and by the connection again afterwards', async () => {
    const usual = await pragma('wal_autocheckpoint');
    const told = await toldOf(async () => {
      const mover = await log.moveLog(site.strapi, AT_ONCE);
      for (const name of ['a', 'b', 'c']) {
        await write(name);
        await mover.move();
      }
      expect(await pragma('wal_autocheckpoint')).toBe(0);
      await mover.close();
    });
    expect(told).toEqual([
      'pragma wal_autocheckpoint = 0',
      `pragma wal_autocheckpoint = ${String(usual)}`,
    ]);
    // Nothing was left for the connection: the thread had moved it all.
    const [state] = (await site.strapi.db.connection.raw('pragma wal_checkpoint')) as {
      log: number;
      checkpointed: number;
    }[];
    expect(state?.checkpointed).toBe(state?.log);
    expect(await pragma('integrity_check')).toBe('ok');
    expect(await site.strapi.db.query('api::tag.tag').count()).toBe(3);
  });

  it('is left to the connection where little is written', async () => {
    const told = await toldOf(async () => {
      const mover = await log.moveLog(site.strapi, LATER);
      await write('a');
      await mover.move();
      await mover.close();
    });
    expect(told).toEqual([]);
  });

  it('goes back to the connection where the thread finds no driver', async () => {
    const usual = await pragma('wal_autocheckpoint');
    const { app } = site.strapi.dirs;
    const { root: home } = app;
    app.root = '/nowhere';
    const mover = await log.moveLog(site.strapi, AT_ONCE);
    app.root = home;
    await mover.move();
    expect(await pragma('wal_autocheckpoint')).toBe(0);
    while ((await pragma('wal_autocheckpoint')) !== usual) {
      await nextTurn();
      await mover.move();
    }
    await mover.close();
    expect(await pragma('wal_autocheckpoint')).toBe(usual);
  });
});
