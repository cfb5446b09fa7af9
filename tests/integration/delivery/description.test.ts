import './without-cache';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { boot, root, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { describeSite } from '../../../src/plugins/delivery/server/src/description/describe-site';
import './kept/switch-on';

const POST = 'api::post.post';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

interface Description {
  readonly openapi: string;
  readonly servers: readonly object[];
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** As much of what the server routes as is looked at here. */
interface Route {
  readonly methods: readonly string[];
  readonly path: string;
}

/** A document, and where it is. */
interface Page {
  readonly documentId: string;
  readonly slug: string;
  readonly path: string;
}

interface Addresses {
  keep(uid: string, batch: readonly object[]): Promise<unknown>;
}

/** What the routes of ours, and those of the site's types, begin with. */
const OWN = /^\/api\/(?:posts|categories|tags|delivery|permalinks|source-links)(?=[/.]|$)/u;

/** Each with what to put in the place of parameters. */
const ASKED = [
  '/posts',
  '/posts?populate=*&pagination[start]=0&pagination[limit]=2',
  '/posts?fields=title,path&pagination[withCount]=false',
  '/posts/{id}?populate=*',
  '/categories?populate=*',
  '/tags',
  '/source-links/twins/{documentId}',
  '/delivery/posts',
  '/delivery/posts?limit=1&sort=date:desc&populate=*',
  '/delivery/categories?fields=name',
  '/delivery/tags',
  '/delivery/calendar',
  '/delivery/calendar?year=2022',
  '/delivery/posts/calendar?year=2022&month=2',
  '/delivery/posts/{documentId}/neighbours',
  '/delivery/posts/{documentId}/neighbours?within[categories]=news',
  '/delivery/categories/counts',
  '/delivery/tags/counts?pagination[pageSize]=1&sort=name:asc',
  '/delivery/changes',
  '/delivery/changes?limit=2&types=posts',
];

/** What is refused, with its status. */
const REFUSED: readonly (readonly [string, number])[] = [
  ['/permalinks/resolve?url=/nothing', 404],
  ['/permalinks/resolve', 400],
  ['/posts?sort=nothing', 400],
  ['/posts/{id}nothing', 404],
  ['/delivery/posts?after=nothing', 400],
  ['/delivery/changes?since=nothing', 400],
  ['/permalinks/redirects', 403],
];

// What is described hangs on no database.
describe.each(databases.slice(0, 1))('what is said of the routes on $name', (kind) => {
  let site: TestSite;
  let description: Description;
  let documentId: string;
  let ajv: Ajv2020;

  beforeAll(async () => {
    site = await boot(kind, ({ config }) => {
      const types = config.get<Record<string, object>>('plugin::permalinks.contentTypes');
      const posts = { ...types[POST], deleted: 'gone' };
      config.set('plugin::permalinks.contentTypes', { ...types, [POST]: posts });
    });
    const { strapi } = site;
    const category = await strapi
      .documents('api::category.category')
      .create({ data: { name: 'News', slug: 'news' } });
    const tag = await strapi
      .documents('api::tag.tag')
      .create({ data: { name: '公司', slug: 'gong-si' } });
    for (const day of [1, 2, 3]) {
      ({ documentId } = await strapi.documents(POST).create({
        data: {
          title: `Day ${day}`,
          slug: `day-${day}`,
          date: `2022-02-0${day}T10:00:00.000Z`,
          categories: [category.documentId],
          tags: [tag.documentId],
        },
        status: 'published',
      }));
    }
    description = describeSite(strapi) as unknown as Description;
    ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema({ $id: 'openapi', ...description });
  });
  afterAll(() => site.close());

  const operationOf = (template: string, method = 'get'): Operation => {
    const operation = description.paths[template]?.[method];
    if (operation === undefined) throw new Error(`Nothing is said of ${template}.`);
    return operation;
  };

  /** What is wrong with an answer by what is said of it; empty for nothing. */
  const faultsOf = (
    template: string,
    body: unknown,
    { method = 'get', status = 200, media = 'application/json' } = {}
  ): readonly string[] => {
    const schema = operationOf(template, method).responses[status]?.content?.[media];
    if (schema === undefined) throw new Error(`Nothing is said of what ${template} answers.`);
    // References are to the document that it is a part of.
    const validate = ajv.compile({ ...schema.schema, components: description.components });
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  const get = (asked: string) =>
    site.http.get(`/api${asked.replace(/\{(?:documentId|id)\}/u, documentId)}`);

  it('is valid OpenAPI', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-openapi-'));
    const validate = async (document: object): Promise<{ readonly valid: boolean }> => {
      const file = path.join(folder, 'openapi.json');
      await writeFile(file, JSON.stringify(document));
      const bin = path.join(root, 'node_modules', '.bin', 'validate-api');
      const run = promisify(execFile)(process.execPath, [bin, file]);
      const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
      return JSON.parse(stdout);
    };
    try {
      expect(await validate(description)).toMatchObject({ valid: true });
      const [, ...others] = Object.entries(description.paths);
      const broken = Object.fromEntries([['posts', {}], ...others]);
      expect(await validate({ ...description, paths: broken })).toMatchObject({ valid: false });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says where the paths begin, and that no token is asked of everybody', () => {
    expect(description.servers).toEqual([{ url: 'http://localhost:1337/api' }]);
    expect(description.security).toEqual([{}, { bearerAuth: [] }]);
  });

  it('is the same each time', () => {
    expect(describeSite(site.strapi)).toEqual(description);
  });

  it('names every route that is answered, with its parameters and an answer', () => {
    const routes: readonly Route[] = site.strapi.server.listRoutes();
    const answered = routes
      .filter(({ path: route }) => OWN.test(route))
      .flatMap(({ methods, path: route }) =>
        methods
          .filter((method) => method !== 'HEAD')
          .map((method) => `${method} ${route.slice('/api'.length).replace(/:(\w+)/gu, '{$1}')}`)
      );
    expect(answered.length).toBeGreaterThan(30);
    for (const one of answered) {
      const [method = '', template = ''] = one.split(' ');
      const { parameters = [], responses } = operationOf(template, method.toLowerCase());
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      const named = [...template.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      expect([one, inPath.map(({ name }) => name)]).toEqual([one, named]);
      expect([one, Object.keys(responses)]).toEqual([one, expect.arrayContaining(['400', '404'])]);
      const succeeds = Object.keys(responses).filter((status) => status.startsWith('2'));
      expect([one, succeeds]).toEqual([one, [method === 'DELETE' ? '204' : '200']]);
    }
  });

  it('names the types of the site, with what plugins add to their documents', () => {
    const { schemas } = description.components;
    expect(Object.keys(schemas).toSorted()).toEqual(['Category', 'ErrorAnswer', 'Post', 'Tag']);
    const own = (name: string) =>
      Object.keys((schemas[name] as { readonly properties: object }).properties);
    expect(own('Post')).toEqual(expect.arrayContaining(['title', 'path', 'sourceLink']));
    expect(own('Category')).toContain('path');
    expect(own('Category')).not.toContain('sourceLink');
  });

  it('names each of them', () => {
    expect(description.openapi).toBe('3.1.0');
    const own = Object.keys(description.paths).filter((name) => name.startsWith('/delivery'));
    const ofTypes = ['posts', 'categories', 'tags'].flatMap((name) => [
      `/delivery/${name}`,
      `/delivery/${name}.ndjson`,
      `/delivery/${name}/{documentId}/neighbours`,
    ]);
    expect(own.toSorted()).toEqual(
      [
        ...ofTypes,
        ...['/delivery/calendar', '/delivery/posts/calendar', '/delivery/changes'],
        ...['/delivery/categories/counts', '/delivery/tags/counts'],
      ].toSorted()
    );
  });

  it.each(ASKED)('is what %s answers with', async (asked) => {
    const [template = ''] = asked.split('?');
    const { body } = await get(asked).expect(200);
    expect(faultsOf(template, body)).toEqual([]);
    expect(faultsOf(template, { ...body, more: 1 })).not.toEqual([]);
    expect(faultsOf(template, { ...body, data: null })).not.toEqual([]);
  });

  it.each(REFUSED)('is what %s is refused with', async (asked, status) => {
    const [template = ''] = asked.replace('}nothing', '}').split('?');
    const { body } = await get(asked).expect(status);
    expect(faultsOf(template, body, { status })).toEqual([]);
    expect(faultsOf(template, { data: [] }, { status })).not.toEqual([]);
  });

  it('is what a stream has in each line', async () => {
    for (const query of ['', '?cursors=true&populate=*']) {
      const { text } = await get(`/delivery/posts.ndjson${query}`).expect(200);
      const lines = text.trimEnd().split('\n');
      expect(lines).toHaveLength(3);
      const media = 'application/x-ndjson';
      for (const line of lines)
        expect(faultsOf('/delivery/posts.ndjson', JSON.parse(line), { media })).toEqual([]);
      expect(faultsOf('/delivery/posts.ndjson', { cursor: '' }, { media })).not.toEqual([]);
    }
  });

  it('is what addresses are answered with', async () => {
    const { strapi } = site;
    const { body: posts } = await get('/posts?fields=slug,path&sort=date:asc');
    const [moved, deleted] = posts.data as readonly Page[];
    if (moved === undefined || deleted === undefined) throw new Error('There are no posts.');
    await strapi
      .plugin('permalinks')
      .service<Addresses>('addresses')
      .keep(
        POST,
        [moved, deleted].map((page) => ({
          ...{ documentId: page.documentId, slug: page.slug, title: '', published: true },
          paths: [`/old/${page.slug}.html`],
        }))
      );
    await strapi.documents(POST).delete({ documentId: deleted.documentId });
    const urls = [moved.path, `/old/${moved.slug}.html`, `/old/${deleted.slug}.html`];
    const statuses: number[] = [];
    for (const url of urls) {
      const one = await get(`/permalinks/resolve?url=${url}`).expect(200);
      expect(faultsOf('/permalinks/resolve', one.body)).toEqual([]);
      statuses.push(one.body.data.status);
    }
    expect(statuses).toEqual([200, 301, 410]);
    const many = await site.http
      .post('/api/permalinks/resolve')
      .send({ urls: [...urls, '/nothing'] })
      .expect(200);
    const method = 'post';
    expect(faultsOf('/permalinks/resolve', many.body, { method })).toEqual([]);
    expect(faultsOf('/permalinks/resolve', { data: [{ url: 1 }] }, { method })).not.toEqual([]);
    const { accessKey } = await site.strapi
      .service('admin::api-token')
      .create({ name: 'all', type: 'full-access', description: '', lifespan: null });
    const redirects = await get('/permalinks/redirects').set(
      'Authorization',
      `Bearer ${accessKey}`
    );
    const kinds = redirects.body.map(({ status }: { readonly status: number }) => status);
    expect(kinds.toSorted()).toEqual([301, 410, 410]);
    expect(faultsOf('/permalinks/redirects', redirects.body)).toEqual([]);
  });

  it('has the parameters of pages and streams', () => {
    const namesOf = (template: string) =>
      (operationOf(template).parameters ?? []).map(({ name }) => name);
    const ofLists = ['fields', 'populate', 'sort', 'filters', 'limit', 'after'];
    expect(namesOf('/delivery/posts')).toEqual(expect.arrayContaining([...ofLists, 'before']));
    expect(namesOf('/delivery/posts.ndjson')).toEqual(
      expect.arrayContaining([...ofLists, 'cursors'])
    );
  });
});
