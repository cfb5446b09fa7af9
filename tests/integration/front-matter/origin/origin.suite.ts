import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formValueOf } from '../../../../src/plugins/front-matter/admin/src/components/origin/archived-value';
import type { Origin } from '../../../../src/plugins/front-matter/server/src/panel/origin-contract';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { postText, type ArchiveFolder, type PostParts } from '../archive-folder';
import { importInto, rollBack } from '../importing';
import { onEmptySite } from '../on-empty-site';
import { joinToRead, type MayRead } from './people';

/** What the content manager's form sends of a relation. */
const sent = (value: unknown): object => {
  const { connect, disconnect } = value as Record<string, { apiData: object }[]>;
  const dataOf = (items: readonly { apiData: object }[] = []) => items.map((item) => item.apiData);
  return { connect: dataOf(connect), disconnect: dataOf(disconnect) };
};

const POST = 'api::post.post';
const POSTS = `/content-manager/collection-types/${POST}`;
const FILE = '_posts/2022-03-03-first.md';
const LONG_TITLE = '三区同建，三个前列：开发区今年以来的重点项目建设与招商引资工作情况综述';
const LONG_BODY = `<p>${'今天是开工第一天。'.repeat(20)}</p>`;
const FIELDS = ['title', 'slug', 'date', 'body', 'excerpt', 'categories', 'tags', 'frontMatter'];
const TERMS: readonly MayRead[] = [
  { uid: 'api::tag.tag', fields: ['name'] },
  { uid: 'api::category.category', fields: ['name'] },
];

export const origins = suite('where a document came from', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;
  let token: string;

  onEmptySite(current, (its) => ({ site, folder } = its));
  beforeAll(async () => {
    token = await signIn(current());
  });

  const first: PostParts = { title: LONG_TITLE, body: LONG_BODY, header: ['layout: news'] };
  const load = async (parts: PostParts = first, wish = {}) => {
    await folder.write(FILE, postText(parts));
    return importInto(site.strapi, folder.root, wish);
  };
  const idOf = async (slug = 'first'): Promise<string> =>
    (await site.strapi.db.query(POST).findOne({ where: { slug } })).documentId;
  const send = (method: 'get' | 'put' | 'post', path: string, as = token) =>
    site.http[method](path).set('Authorization', `Bearer ${as}`);
  const ask = (documentId: string, as = token, query = '') =>
    send('get', `/front-matter/origin/${POST}/${documentId}${query}`, as);
  const originOf = async (documentId: string, as = token): Promise<Origin> =>
    (await ask(documentId, as).expect(200)).body.data;
  const archivedOf = ({ changed }: Origin) =>
    Object.fromEntries(changed.map(({ attribute, archived }) => [attribute, archived]));
  const edit = (documentId: string, data: object) =>
    send('put', `${POSTS}/${documentId}`).send(data).expect(200);

  it('is its archive, its file, its runs and the header as it stood', async () => {
    const { report } = await load();
    const run = {
      number: report.run,
      startedAt: expect.stringMatching(/^\d{4}-.*Z$/u),
      startedBy: expect.stringMatching(/./u),
    };
    expect(await originOf(await idOf())).toEqual({
      archive: 'archive',
      path: FILE,
      status: 'imported',
      made: run,
      last: run,
      header: `${postText(first).split('\n').slice(0, -1).join('\n')}\n`,
      isChanged: false,
      changed: [],
      visibility: null,
    });
  });

  it('is nothing for what an editor has written', async () => {
    const { documentId } = await site.strapi.documents(POST).create({ data: { title: '新' } });
    expect((await ask(documentId).expect(200)).body).toEqual({ data: null });
  });

  it('names what an editor has changed, with what the archive has', async () => {
    await load();
    const documentId = await idOf();
    await edit(documentId, { title: '短', body: '<p>改</p>', frontMatter: {}, excerpt: '摘要' });
    const origin = await originOf(documentId);
    expect(origin).toMatchObject({ isChanged: true, visibility: null });
    expect(archivedOf(origin)).toEqual({
      title: { kind: 'value', value: LONG_TITLE },
      body: { kind: 'value', value: LONG_BODY },
      excerpt: { kind: 'value', value: null },
      frontMatter: { kind: 'value', value: { layout: 'news' } },
    });
  });

  it('is unchanged again once the archive’s versions are saved', async () => {
    await load();
    const documentId = await idOf();
    await edit(documentId, { title: '短', excerpt: '摘要' });
    await edit(documentId, { title: LONG_TITLE, excerpt: null });
    // It was saved, all the same.
    expect(await originOf(documentId)).toMatchObject({ isChanged: true, changed: [] });
  });

  it('has no more than a fingerprint of a long text that is nowhere else', async () => {
    await load();
    const documentId = await idOf();
    await edit(documentId, { title: '短', body: '<p>改</p>' });
    await send('post', `${POSTS}/${documentId}/actions/publish`)
      .send({ title: '短', body: '<p>改</p>' })
      .expect(200);
    expect(archivedOf(await originOf(documentId))).toEqual({
      // The header has it.
      title: { kind: 'value', value: LONG_TITLE },
      body: { kind: 'unkept' },
    });
  });

  it('finds a long text in what a later run has changed', async () => {
    await load();
    await load({ ...first, body: `${LONG_BODY}<p>二</p>` });
    const documentId = await idOf();
    const data = { body: '<p>改</p>' };
    await edit(documentId, data);
    await send('post', `${POSTS}/${documentId}/actions/publish`).send(data).expect(200);
    expect(archivedOf(await originOf(documentId))).toEqual({
      body: { kind: 'value', value: `${LONG_BODY}<p>二</p>` },
    });
  });

  it('finds a long text in the bytes of a file that text cannot give back', async () => {
    await folder.write(FILE, '');
    const utf16 = Buffer.from(`\ufeff${postText(first)}`, 'utf16le');
    await writeFile(path.join(folder.root, FILE), utf16);
    await importInto(site.strapi, folder.root);
    const documentId = await idOf();
    const data = { body: '<p>改</p>' };
    await send('post', `${POSTS}/${documentId}/actions/publish`).send(data).expect(200);
    expect(archivedOf(await originOf(documentId))).toEqual({
      body: { kind: 'value', value: LONG_BODY },
    });
  });

  it('names categories and tags, those of the archive and those that there are', async () => {
    await load({ ...first, tags: '[甲, 乙, 丙]' });
    const documentId = await idOf();
    const tag = await site.strapi.documents('api::tag.tag').create({ data: { name: '丁' } });
    const { tags } = await site.strapi.db
      .query(POST)
      .findOne({ where: { documentId, publishedAt: null }, populate: ['tags'] });
    const [kept, ...gone] = tags as { documentId: string; name: string }[];
    const change = { connect: [tag], disconnect: gone };
    await send('post', `${POSTS}/${documentId}/actions/publish`).send({ tags: change }).expect(200);
    const { archived } = (await originOf(documentId)).changed[0] ?? {};
    expect(archived).toMatchObject({
      kind: 'terms',
      terms: [{ name: '甲', locale: null }, { name: '乙' }, { name: '丙' }],
      now: [
        { name: '甲', documentId: kept?.documentId },
        { name: '丁', documentId: tag.documentId },
      ],
    });
  });

  it('is unchanged once the archive’s categories and tags are taken', async () => {
    await load({ ...first, tags: '[甲, 乙, 丙]' });
    const documentId = await idOf();
    const tag = await site.strapi.documents('api::tag.tag').create({ data: { name: '丁' } });
    await edit(documentId, { tags: { set: [tag] } });
    const before = await originOf(documentId);
    await edit(documentId, {
      tags: sent(formValueOf(before.changed[0]?.archived ?? { kind: 'unkept' })),
    });
    expect(before.changed.map(({ attribute }) => attribute)).toEqual(['tags']);
    expect((await originOf(documentId)).changed).toEqual([]);
    const swapped = before.changed[0]?.archived;
    if (swapped?.kind !== 'terms') throw new Error('The archive’s tags are not known.');
    // In another order, which is a change as well.
    const others = { ...swapped, terms: swapped.terms.toReversed(), now: swapped.terms };
    await edit(documentId, { tags: sent(formValueOf(others)) });
    const again = (await originOf(documentId)).changed[0]?.archived;
    expect(again).toMatchObject({ terms: swapped.terms, now: others.terms });
    await edit(documentId, { tags: sent(formValueOf(again ?? { kind: 'unkept' })) });
    expect((await originOf(documentId)).changed).toEqual([]);
  });

  it('tells of a file that an editor and the archive have both changed', async () => {
    await load();
    const documentId = await idOf();
    await edit(documentId, { title: '我的' });
    const { report } = await load({ ...first, title: '档案的' });
    expect(report.conflicts).toBe(1);
    const origin = await originOf(documentId);
    expect(origin).toMatchObject({ status: 'conflict', last: { number: report.run } });
    expect(origin.header).toContain('档案的');
    expect(origin.changed.map(({ attribute }) => attribute)).toEqual(['title']);
  });

  it('tells of a file that cannot be read any more', async () => {
    await load();
    await folder.write(FILE, postText({ ...first, date: 'soon' }));
    await importInto(site.strapi, folder.root);
    expect(await originOf(await idOf())).toMatchObject({ status: 'quarantined', header: null });
  });

  it('tells whether an editor has taken it from the public', async () => {
    await load();
    const documentId = await idOf();
    await send('post', `${POSTS}/${documentId}/actions/unpublish`).send({}).expect(200);
    const hidden = { isChanged: true, changed: [], visibility: 'unpublished' };
    expect(await originOf(documentId)).toMatchObject(hidden);
  });

  it('forgets what a rollback has undone', async () => {
    await load();
    const { report } = await load({ ...first, title: '新' });
    const documentId = await idOf();
    await rollBack(site.strapi, report.run);
    expect(await originOf(documentId)).toMatchObject({ isChanged: false, changed: [] });
    await edit(documentId, { title: '短' });
    expect(archivedOf(await originOf(documentId))).toEqual({
      title: { kind: 'value', value: LONG_TITLE },
    });
  });

  describe('for those who may not read everything', () => {
    const as = async (
      name: string,
      mayRead: readonly MayRead[],
      work: (own: string) => unknown
    ) => {
      const reader = await joinToRead(site, name, mayRead);
      try {
        await work(reader.token);
      } finally {
        await reader.leave();
      }
    };

    it('says nothing of fields that they may not read, nor shows a header that has them', async () => {
      await load();
      const documentId = await idOf();
      await edit(documentId, { title: '短', excerpt: '摘要' });
      const fields = FIELDS.filter((name) => name !== 'title');
      await as('no-titles', [{ uid: POST, fields }, ...TERMS], async (own) => {
        const origin = await originOf(documentId, own);
        expect(origin.changed.map(({ attribute }) => attribute)).toEqual(['excerpt']);
        expect(origin.header).toBeNull();
        expect(JSON.stringify(origin)).not.toContain(LONG_TITLE.slice(0, 4));
      });
      await as('all-fields', [{ uid: POST, fields: FIELDS }, ...TERMS], async (own) => {
        expect((await originOf(documentId, own)).header).toContain(LONG_TITLE);
      });
    });

    it('shows neither a header nor names of tags that they may not read', async () => {
      await load({ ...first, tags: '[甲, 乙]' });
      const documentId = await idOf();
      await edit(documentId, { tags: { set: [] } });
      await as('no-tags', [{ uid: POST, fields: FIELDS }], async (own) => {
        const origin = await originOf(documentId, own);
        expect(archivedOf(origin)).toEqual({ tags: { kind: 'unreadable' } });
        expect(origin.header).toBeNull();
      });
    });

    it('is refused where they may not read the document, and where nobody has logged in', async () => {
      await load();
      const documentId = await idOf();
      const mine = { uid: POST, fields: FIELDS, conditions: ['admin::is-creator'] };
      await as('own-posts', [mine], (own) => ask(documentId, own).expect(403));
      await as('no-posts', TERMS, async (own) => {
        await ask(documentId, own).expect(403);
        // Nor are they told whether there is one.
        await ask('nothing', own).expect(403);
        await send('get', `/front-matter/origin/${POST}`, own).expect(403);
      });
      await site.http.get(`/front-matter/origin/${POST}/${documentId}`).expect(401);
    });
  });

  it('is no error of the server’s, whatever is asked', async () => {
    await load();
    const documentId = await idOf();
    const long = 'x'.repeat(3000);
    for (const [path, status] of [
      [`${POST}/nothing`, 404],
      [`${POST}/${long}`, 404],
      [`${POST}/${documentId.toUpperCase()}`, 404],
      [`${POST}/%00`, 400],
      [`${POST}/${encodeURIComponent(`' or 1=1 --`)}`, 404],
      [`${POST}/${documentId}?locale[]=en`, 404],
      [`${POST}/${documentId}?locale[x]=en`, 404],
      [`${POST}/${documentId}?locale=${long}`, 404],
      [`api::tag.tag/${documentId}`, 404],
      [`admin::user/1`, 404],
      [`__proto__/${documentId}`, 404],
    ] as const) {
      const answer = await send('get', `/front-matter/origin/${path}`);
      expect([path.slice(0, 60), answer.status]).toEqual([path.slice(0, 60), status]);
    }
  });

  it('is told to the panel of the imported type alone', async () => {
    const { body } = await send('get', '/content-manager/content-types').expect(200);
    const told = body.data.flatMap((type: { uid: string; pluginOptions?: object }) =>
      'front-matter' in (type.pluginOptions ?? {}) ? [type.uid] : []
    );
    expect(told).toEqual([POST]);
  });

  it('is offered by the names of the archives', async () => {
    await load();
    await importInto(site.strapi, folder.root, { name: 'another', allowDuplicates: true });
    const { body } = await send('get', `/front-matter/origin/${POST}`).expect(200);
    expect(body.data).toEqual(['another', 'archive']);
  });
});
