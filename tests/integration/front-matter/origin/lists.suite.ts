import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const POSTS = `/content-manager/collection-types/${POST}`;

const LONG = 'x'.repeat(3000);

const NOT_IMPORTED = '[__archive][$null]=true';
const IMPORTED = '[__archive][$notNull]=true';
const CHANGED = '[__changedSinceImport][$eq]=yes';
const UNCHANGED = '[__changedSinceImport][$eq]=no';
const of = (archive: string) => `[__archive][$eq]=${encodeURIComponent(archive)}`;

export const listsByOrigin = suite('lists by where documents came from', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;
  let token: string;

  onEmptySite(current, (its) => ({ site, folder } = its));
  beforeAll(async () => {
    token = await signIn(current());
  });

  const send = (method: 'get' | 'put' | 'post', path: string) =>
    site.http[method](path).set('Authorization', `Bearer ${token}`);
  const list = async (filters: readonly string[], query = ''): Promise<readonly string[]> => {
    const asked = filters.map((filter, at) => `filters[$and][${at}]${filter}`).join('&');
    const { body } = await send('get', `${POSTS}?sort=title:asc&${asked}${query}`).expect(200);
    const titles = (body.results as { title: string }[]).map(({ title }) => title);
    expect(body.pagination.total).toBe(titles.length);
    return titles;
  };
  const write = (name: string, title: string, body = '<p>正文</p>') =>
    folder.write(`_posts/2022-03-0${name.length}-${name}.md`, postText({ title, body }));
  const run = (name = 'archive', wish = {}) =>
    importInto(site.strapi, folder.root, { name, ...wish });
  const idOf = async (title: string): Promise<string> =>
    (await site.strapi.db.query(POST).findOne({ where: { title } })).documentId;
  const edit = async (title: string, data: object) =>
    send('put', `${POSTS}/${await idOf(title)}`)
      .send(data)
      .expect(200);

  beforeEach(async () => {
    await write('a', '甲');
    await write('bb', '乙');
    await run();
    await site.strapi.documents(POST).create({ data: { title: '丙' }, status: 'published' });
  });

  it('have what an archive has, what any has, and what none has', async () => {
    expect(await list([of('archive')])).toEqual(['乙', '甲']);
    expect(await list([IMPORTED])).toEqual(['乙', '甲']);
    expect(await list([NOT_IMPORTED])).toEqual(['丙']);
    expect(await list([of('nobody')])).toEqual([]);
    expect(await list([])).toEqual(['丙', '乙', '甲']);
  });

  it('tell archives apart by their exact names', async () => {
    await write('ccc', '丁');
    await run('Archive', { allowDuplicates: true });
    expect(await list([of('Archive')])).toEqual(['丁', '乙', '甲']);
    expect(await list([of('archive')])).toEqual(['乙', '甲']);
  });

  it('have what somebody has saved since the import, and what nobody has', async () => {
    expect(await list([CHANGED])).toEqual([]);
    expect(await list([UNCHANGED])).toEqual(['乙', '甲']);
    await edit('甲', { excerpt: '改' });
    await edit('丙', { excerpt: '改' });
    expect(await list([CHANGED])).toEqual(['甲']);
    expect(await list([UNCHANGED])).toEqual(['乙']);
  });

  it('go together with each other and with Strapi’s own filters', async () => {
    await edit('甲', { excerpt: '改' });
    expect(await list([of('archive'), CHANGED])).toEqual(['甲']);
    expect(await list([CHANGED, UNCHANGED])).toEqual([]);
    expect(await list([NOT_IMPORTED, CHANGED])).toEqual([]);
    expect(await list([IMPORTED, `[title][$eq]=${encodeURIComponent('乙')}`])).toEqual(['乙']);
    expect(await list([CHANGED, '[__status][$eq]=published-modified'])).toEqual(['甲']);
    expect(await list([CHANGED, '[__status][$eq]=published'])).toEqual(['甲']);
    expect(await list([IMPORTED], '&_q=%E7%94%B2')).toEqual(['甲']);
    expect(await list([of('archive')], '&page=1&pageSize=10&sort=categories.name:asc')).toEqual(
      expect.arrayContaining(['甲', '乙'])
    );
  });

  it('know a change that was published, too', async () => {
    await send('post', `${POSTS}/${await idOf('甲')}/actions/publish`)
      .send({ excerpt: '改' })
      .expect(200);
    expect(await list([CHANGED])).toEqual(['甲']);
    expect(await list([CHANGED, '[__status][$eq]=published'])).toEqual(['甲']);
  });

  it('do not take a later import for somebody’s change, nor forget one for it', async () => {
    await edit('甲', { excerpt: '改' });
    await write('a', '甲', '<p>新</p>');
    await write('bb', '乙', '<p>新</p>');
    const { report } = await run();
    expect(report.updated).toBe(2);
    expect(await list([CHANGED])).toEqual(['甲']);
    expect(await list([UNCHANGED])).toEqual(['乙']);
    await rollBack(site.strapi, report.run);
    expect(await list([CHANGED])).toEqual(['甲']);
    expect(await list([UNCHANGED])).toEqual(['乙']);
  });

  it('know a change that follows a later import', async () => {
    await write('a', '甲', '<p>新</p>');
    await write('bb', '乙', '<p>新</p>');
    await run();
    await edit('乙', { excerpt: '改' });
    expect(await list([CHANGED])).toEqual(['乙']);
    expect(await list([UNCHANGED])).toEqual(['甲']);
  });

  it('take a draft that was published as it is for unchanged', async () => {
    await folder.write(
      '_posts/2022-03-09-draft.md',
      postText({ title: '丁', header: ['published: false'] })
    );
    await run();
    const documentId = await idOf('丁');
    await site.strapi.documents(POST).publish({ documentId });
    expect(await list([CHANGED])).toEqual([]);
    expect(await list([UNCHANGED])).toEqual(['丁', '乙', '甲']);
  });

  it('ask drafts alone whether somebody has saved them: what is public may be written by the site itself', async () => {
    const where = { documentId: await idOf('甲'), publishedAt: { $notNull: true } };
    const data = { updatedAt: new Date('2035-01-01') };
    expect((await site.strapi.db.query(POST).updateMany({ where, data })).count).toBe(1);
    expect(await list([CHANGED])).toEqual([]);
    expect(await list([UNCHANGED])).toEqual(['乙', '甲']);
    expect(await list([CHANGED, '[__status][$eq]=published'])).toEqual([]);
  });

  it('have nothing of an import that was undone but what was changed since', async () => {
    await edit('甲', { excerpt: '改' });
    await write('ccc', '丁');
    const { report } = await run();
    await rollBack(site.strapi, report.run);
    expect(await list([IMPORTED])).toEqual(['乙', '甲']);
    await rollBack(site.strapi, (report.run ?? 0) - 1);
    expect(await list([UNCHANGED])).toEqual([]);
    expect(await list([])).toEqual(['丙', '甲']);
  });

  it.each([
    '[__archive][$eq][]=archive',
    '[__archive][$eq][x]=archive',
    '[__archive][$in][]=archive',
    '[__archive][$ne]=archive',
    '[__archive][$null]=false',
    '[__archive]=archive',
    '[__archive][]=archive',
    `[__archive][$eq]=${LONG}`,
    `[__archive][$eq]=${encodeURIComponent(`' or 1=1 --`)}`,
    '[__archive][$eq]=a%5C',
    '[__archive][$eq]=%25',
    '[__archive][$eq]=%00',
    '[__archive][$eq]=%ED%A0%80',
    '[__archive][$eq]=archive&filters[$and][0][__archive][$null]=true',
    '[__changedSinceImport][$eq]=maybe',
    '[__changedSinceImport][$eq][]=yes',
    '[__changedSinceImport]=yes',
    '[__changedSinceImport][$not][$eq]=yes',
  ])('are empty, or refused, where a filter makes no sense: %#', async (filter) => {
    const { status, body } = await send('get', `${POSTS}?filters[$and][0]${filter}`);
    const titles = (body.results as { title: string }[] | undefined)?.map(({ title }) => title);
    expect([filter, status, titles ?? []]).toEqual([filter, status === 400 ? 400 : 200, []]);
  });

  it('are asked for by the panel alone', async () => {
    const { body } = await site.http.get(`/api/posts?filters[$and][0]${of('nobody')}`);
    expect(body.data?.length ?? 'refused').not.toBe(0);
  });
});
