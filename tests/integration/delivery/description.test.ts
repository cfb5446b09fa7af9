import './without-cache';
import { generate } from '@strapi/openapi';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
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
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: object;
}

/** Each with what to put in the place of parameters; of streams only the parameters are described. */
const ASKED = [
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
  '/permalinks/resolve?url=/nothing',
];

// What is described hangs on no database.
describe.each(databases.slice(0, 1))('what is said of the routes on $name', (kind) => {
  let site: TestSite;
  let description: Description;
  let documentId: string;
  let ajv: Ajv2020;

  beforeAll(async () => {
    site = await boot(kind);
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
    // What `strapi openapi generate` writes, which would compile the application anew.
    description = generate(strapi, { type: 'content-api' }).document as unknown as Description;
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
  const faultsOf = (template: string, body: unknown, method = 'get'): readonly string[] => {
    const schema = operationOf(template, method).responses['200']?.content?.['application/json'];
    if (schema === undefined) throw new Error(`Nothing is said of what ${template} answers.`);
    // References are to the document that it is a part of.
    const validate = ajv.compile({ ...schema.schema, components: description.components });
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

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
    const isNowhere = asked.includes('nothing');
    const answer = await site.http.get(`/api${asked.replace('{documentId}', documentId)}`);
    expect(answer.status).toBe(isNowhere ? 404 : 200);
    if (isNowhere) return;
    expect(faultsOf(template, answer.body)).toEqual([]);
    expect(faultsOf(template, { ...answer.body, more: 1 })).not.toEqual([]);
    expect(faultsOf(template, { ...answer.body, data: null })).not.toEqual([]);
  });

  it('is what addresses are answered with', async () => {
    const { body } = await site.http.get('/api/posts?fields=title,path');
    const [{ path: address }] = body.data;
    const one = await site.http.get(`/api/permalinks/resolve?url=${address}`).expect(200);
    expect(faultsOf('/permalinks/resolve', one.body)).toEqual([]);
    const many = await site.http
      .post('/api/permalinks/resolve')
      .send({ urls: [address, '/nothing'] })
      .expect(200);
    expect(faultsOf('/permalinks/resolve', many.body, 'post')).toEqual([]);
    expect(faultsOf('/permalinks/resolve', { data: [{ url: 1 }] }, 'post')).not.toEqual([]);
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
