import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { databases } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';

const THING = 'api::thing.thing' as 'api::post.post';
const VAULT = 'api::vault.vault';

const type = (singularName: string, attributes: object, localized = false) => ({
  kind: 'collectionType',
  collectionName: `${singularName}s`,
  info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized } },
  attributes,
});

const SCALARS = {
  name: { type: 'string' },
  mail: { type: 'email' },
  kind: { type: 'enumeration', enum: ['one', 'two'] },
  count: { type: 'integer' },
  large: { type: 'biginteger' },
  ratio: { type: 'float' },
  price: { type: 'decimal' },
  isNew: { type: 'boolean' },
  day: { type: 'date' },
  hour: { type: 'time' },
  moment: { type: 'datetime' },
};

const pick = (list: readonly unknown[], number: number): unknown => list[number % list.length];

const COUNT = 40;

const rowOf = (number: number) => ({
  documentId: `thing${String(number).padStart(19, '0')}`,
  locale: number % 4 === 3 ? 'fr' : 'en',
  publishedAt: number % 8 === 7 ? null : '2022-01-01T00:00:00.000Z',
  name: pick(['b', 'B', '', null, 'ä', 'a'], number),
  mail: pick(['a@b.c', null], number),
  kind: pick(['two', 'one', null], number),
  count: pick([3, -1, null, 0, 2_000_000_000], number),
  large: pick(['9007199254740991', '-5', null, '12345678901'], number),
  ratio: pick([0.1 + 0.2, 0.3, null, -1e-9, 1e200], number),
  price: pick([10.25, 10.3, null, -0.01], number),
  isNew: pick([true, null, false, true], number),
  day: pick(['2022-02-17', null, '1999-12-31'], number),
  hour: pick(['23:59:59.999', '00:00:00.000', null, '08:30:00.000'], number),
  moment: pick(['2022-02-17T00:35:15.001Z', null, '1969-12-31T23:59:59.999Z'], number),
  secret: `secret ${number}`,
});

const permit = async ({ db }: Core.Strapi, uid: string): Promise<void> => {
  const role = await db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  await db
    .query('plugin::users-permissions.permission')
    .create({ data: { action: `${uid}.find`, role: role.id } });
};

describe.each(databases)('pages of types of another application on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;

  beforeAll(async () => {
    const secret = { secret: { type: 'string', private: true }, key: { type: 'password' } };
    app = await makeOtherApp(await kind.create(), {
      types: [type('thing', { ...SCALARS, ...secret }, true), type('vault', SCALARS)],
      plugins: ['strapi-plugin-delivery'],
      config: { api: { rest: { defaultLimit: 10, maxLimit: 20, strictParams: true } } },
    });
    const api = path.join(app.home, 'dist/src/api/vault');
    await mkdir(path.join(api, 'policies'));
    await writeFile(path.join(api, 'policies/closed.js'), 'module.exports = () => false;');
    await writeFile(
      path.join(api, 'routes/vault.js'),
      `module.exports = require('@strapi/strapi').factories.createCoreRouter('${VAULT}', {
        config: { find: { policies: ['api::vault.closed'] } },
      });`
    );
    const contentTypes = { [THING]: { order: 'moment' }, [VAULT]: {} };
    site = await app.boot({ delivery: { enabled: true, config: { contentTypes } } });
    const { strapi } = site;
    await strapi
      .plugin('i18n')
      .service('locales')
      .create({ code: 'fr', name: 'French', isDefault: false });
    for (const uid of [THING, VAULT]) await permit(strapi, uid);
    const data = Array.from({ length: COUNT }, (_, number) => rowOf((number * 7) % COUNT));
    await strapi.db.query(THING).createMany({ data });
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  const walk = async (query: string): Promise<string[]> => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { status, body } = await site.http.get(`/api/delivery/things?${query}&after=${cursor}`);
      expect([query, status, body.error]).toEqual([query, 200, undefined]);
      ids.push(...body.data.map(({ documentId }: { documentId: string }) => documentId));
      expect(JSON.stringify(body.data)).not.toContain('secret');
      cursor = body.meta.pagination.next ?? '';
    } while (cursor !== '' && ids.length <= COUNT);
    return ids;
  };
  const inOrder = async (sort: string, locale: string): Promise<string[]> => {
    const found = await site.strapi
      .documents(THING)
      .findMany({ status: 'published', sort: [sort], locale, limit: COUNT } as object);
    return found.map(({ documentId }) => documentId);
  };

  it.each(Object.keys(SCALARS))(
    'are sorted by %s as lists are, each language alone',
    async (name) => {
      for (const order of ['asc', 'desc']) {
        for (const locale of ['en', 'fr']) {
          const expected = await inOrder(`${name}:${order}`, locale);
          const query = `sort=${name}:${order}&locale=${locale}&limit=6`;
          for (let time = 0; time < 2; time += 1) expect(await walk(query)).toEqual(expected);
        }
      }
    }
  );

  it('keep to what the application allows, with checks that are strict', async () => {
    const ask = async (query: string) =>
      (await site.http.get(`/api/delivery/things?${query}`)).status;
    expect(await walk('')).toEqual(await inOrder('moment:desc', 'en'));
    const { body } = await site.http.get('/api/delivery/things?limit=50');
    expect(body.meta.pagination.limit).toBe(20);
    for (const wrong of ['sort=secret', 'sort=key', 'other=1', 'filters[secret]=x', 'cursors=1']) {
      expect([wrong, await ask(wrong)]).toEqual([wrong, 400]);
    }
    expect((await site.http.get('/api/delivery/things.ndjson?cursors=1&limit=2')).status).toBe(200);
  });

  it('are not there for a type that the application itself guards', async () => {
    expect((await site.http.get('/api/vaults')).status).toBe(403);
    expect((await site.http.get('/api/delivery/vaults')).status).toBe(404);
    expect((await site.http.get('/api/delivery/vaults.ndjson')).status).toBe(404);
  });

  it('come to their end where a moment is finer than answers tell', async () => {
    // As SQL of one's own leaves it; SQLite has milliseconds.
    if (kind.name !== 'sqlite') {
      await site.strapi.db.connection.raw(
        "update things set moment = '2022-02-17 00:35:15.001456' where moment is not null"
      );
    }
    for (const order of ['asc', 'desc']) {
      const ids = await walk(`sort=moment:${order}&limit=3`);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('do not come to an end too late where a number is too large to be told', async () => {
    await site.strapi.db
      .queryBuilder(THING)
      .where({ large: '9007199254740991' })
      .update({ large: '9007199254740993' })
      .execute();
    const { status, body } = await site.http.get(
      '/api/delivery/things?sort=large:desc&limit=2&filters[large][$notNull]=true'
    );
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining('too large')]);
  });
});
