import './switch-on';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { databases, servers } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { keptOf } from '../../../../src/plugins/delivery/server/src/kept/kept';

/** SQLite has one writer at a time, and no users. */
const onServers = servers.length === 0 ? describe.skip.each(databases) : describe.each(servers);

const ARTICLE = 'api::article.article' as 'api::post.post';
const USER = `reader_${process.pid}`;

/** Does statements as the one who may do all. */
const asAdministrator: Record<string, (url: string, statements: string[]) => Promise<void>> = {
  async postgres(url, statements) {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  },
  async mysql(url, statements) {
    const connection = await createConnection({ uri: url });
    for (const statement of statements) await connection.query(statement);
    await connection.end();
  },
};

const rightsOf: Record<string, (database: string) => string[]> = {
  postgres: () => [
    `create role ${USER} login`,
    `grant select, insert, update, delete on all tables in schema public to ${USER}`,
    `grant all on all sequences in schema public to ${USER}`,
    'drop function delivery_articles_insert cascade',
  ],
  mysql: (database) => [
    'drop trigger delivery_articles_insert',
    `create user ${USER}@'127.0.0.1'`,
    `grant select, insert, update, delete, create, drop, alter, index, references
      on ${database}.* to ${USER}@'127.0.0.1'`,
  ],
};
const withoutUser: Record<string, string[]> = {
  postgres: [`drop owned by ${USER}`, `drop role ${USER}`],
  mysql: [`drop user ${USER}@'127.0.0.1'`],
};

const TYPE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: { title: { type: 'string' } },
};
const plugins = {
  delivery: { enabled: true, config: { keep: true, contentTypes: { [ARTICLE]: {} } } },
};

onServers('a database on $name whose user may make no triggers', (kind) => {
  let url: string;
  let app: OtherApp;
  let site: RunningApp;

  const run = (statements: readonly string[]) => asAdministrator[kind.name]?.(url, [...statements]);

  beforeAll(async () => {
    const database = await kind.create();
    url = database.environment['DATABASE_URL'] ?? '';
    const environment = { ...database.environment };
    app = await makeOtherApp(
      { environment, drop: () => database.drop() },
      { types: [TYPE], plugins: ['strapi-plugin-delivery'] }
    );
    // Made by one who may do all, and lost since.
    site = await app.boot(plugins);
    await site.stop();
    await run(rightsOf[kind.name]?.(new URL(url).pathname.slice(1)) ?? []);
    const own = new URL(url);
    own.username = USER;
    environment['DATABASE_URL'] = own.href;
    site = await app.boot(plugins);
  });
  afterAll(async () => {
    await site.stop();
    await run(withoutUser[kind.name] ?? []);
    await app.remove();
  });

  it('serves and is written to, and nothing is kept', async () => {
    const articles = site.strapi.documents(ARTICLE);
    const { documentId } = await articles.create({ data: { title: 'x' }, status: 'published' });
    await articles.unpublish({ documentId });
    const kept = keptOf(site.strapi);
    await kept.refresh();
    expect(await kept.countOf(ARTICLE, null, null)).toBeNull();
  });

  it('is told in the log once, with what to set', () => {
    const said = site.warnings.filter((warning) => warning.startsWith('delivery:'));
    const advised = expect.stringMatching(/TRIGGER|own its tables/u);
    // MariaDB does not even show him the triggers that are there.
    expect(said).toEqual(kind.name === 'mysql' ? [advised, advised] : [advised]);
    expect(new Set(said).size).toBe(said.length);
  });
});
