import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ArchiveDetail } from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type {
  ArchiveKeys,
  MappedKey,
  MappingInForce,
} from '../../../../src/plugins/front-matter/server/src/panel/mapping-contract';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { asking, packed, tasksInSite } from './asking';

const POST = 'api::post.post';

/** What the archive says itself. */
const OWN = `# of the harbour
posts: [old_post] # further folders
mapping: { kicker: sourceName }
`;

/** Posts whose preview takes longer than some requests. */
const MANY = 3000;

const SUBTITLE: MappedKey = { key: 'subtitle', to: 'excerpt' };

export const mapping = suite('the mapping of an archive', (current) => {
  let folder: ArchiveFolder;
  let storage = '';
  let token = '';
  let key = '';
  const { ask, add, have, until } = asking(current, () => token);
  tasksInSite(current);
  const keysNow = async (): Promise<ArchiveKeys> =>
    (await ask('get', `/archives/${key}/keys`).expect(200)).body.data;
  const archiveNow = async (): Promise<ArchiveDetail> =>
    (await ask('get', `/archives/${key}`).expect(200)).body.data;
  const put = async (keys: readonly MappedKey[], version?: string | null) =>
    ask('put', `/archives/${key}/mapping`).send({
      mapping: keys,
      version: version === undefined ? (await keysNow()).mapping.version : version,
    });
  const posts = (): Promise<readonly Record<string, unknown>[]> =>
    current()
      .strapi.db.query(POST)
      .findMany({ where: { publishedAt: null }, orderBy: { title: 'asc' } });

  beforeAll(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'broadsheet-storage-'));
    current().strapi.config.set('plugin::front-matter.archives', {
      ...current().strapi.config.get<object>('plugin::front-matter.archives', {}),
      folder: storage,
    });
    process.env['ARCHIVES_FOLDER'] = storage;
    token = await signIn(current());
    folder = await archiveFolder();
    await folder.write('.broadsheet.yml', OWN);
    const header = ['subtitle: 船期', 'kicker: 临江', 'series: [一, 二]'];
    await folder.write('_posts/2022-03-03-one.md', postText({ title: 'a', header }));
    await folder.write('old_post/2022-03-04-two.md', postText({ title: 'b', header: ['rank: 3'] }));
    key = (await add(await packed(folder.root), 'mapped.tar.gz')).key;
  });
  afterAll(async () => {
    await ask('delete', `/archives/${key}`);
    delete process.env['ARCHIVES_FOLDER'];
    await folder.drop();
    await rm(storage, { recursive: true, force: true });
  });

  it('knows no keys before there is a preview, and what the archive says itself', async () => {
    expect(await keysNow()).toMatchObject({
      state: 'none',
      files: 0,
      keys: [{ key: 'kicker', count: 0, meaning: { by: 'kept' } }],
      rest: 'frontMatter',
      mapping: {
        keys: [{ key: 'kicker', to: 'sourceName' }],
        isSaved: false,
        yaml: OWN,
        problem: null,
        version: null,
      },
    });
  });

  it('knows from a preview what each key holds, and what it means', async () => {
    await have(`/archives/${key}/preview`);
    const { state, files, others, keys, attributes } = await keysNow();
    expect({ state, files, others }).toEqual({ state: 'counted', files: 2, others: 0 });
    const byKey = new Map(keys.map((each) => [each.key, each]));
    expect(byKey.get('title')).toMatchObject({
      count: 2,
      kinds: { text: 2 },
      examples: [
        { path: '_posts/2022-03-03-one.md', text: 'a', isCut: false },
        { path: 'old_post/2022-03-04-two.md', text: 'b', isCut: false },
      ],
      meaning: { by: 'attribute', attribute: 'title' },
    });
    expect(byKey.get('categories')?.meaning).toEqual({ by: 'attribute', attribute: 'categories' });
    expect(byKey.get('layout')?.meaning).toEqual({ by: 'generator', attribute: null });
    expect(byKey.get('series')).toMatchObject({ kinds: { list: 1 }, meaning: { by: 'kept' } });
    expect(byKey.get('rank')).toMatchObject({ count: 1, kinds: { number: 1 } });
    const byName = new Map(attributes.map((each) => [each.name, each]));
    expect(byName.get('excerpt')).toMatchObject({
      ...{ type: 'text', kind: 'text', isRequired: false, field: 'excerpt', isOffered: true },
    });
    expect(byName.get('title')).toMatchObject({ isRequired: true });
    expect(byName.get('sourceName')).toMatchObject({ maxLength: 255 });
    expect(byName.get('body')).toMatchObject({ isOffered: false });
    for (const name of ['documentId', 'createdAt', 'categories']) {
      expect(byName.has(name)).toBe(false);
    }
  });

  it('is refused as the file would be, and nothing is changed', async () => {
    const before = await keysNow();
    const reasons = async (keys: readonly MappedKey[]) => {
      const { status, body } = await put(keys);
      expect(status).toBe(400);
      return String(body.error.message);
    };
    expect(await reasons([{ key: 'subtitle', to: 'kicker' }])).toContain(
      '.broadsheet.yml:4:13: "mapping.subtitle" is "kicker": api::post.post has no attribute of that name.'
    );
    expect(await reasons([{ key: 'published', to: 'publishedAt' }])).toContain('keeps');
    expect(await reasons([SUBTITLE, { key: 'rank', to: 'excerpt' }])).toContain(
      '"mapping.rank" is "excerpt": the key "subtitle" becomes that already'
    );
    expect(await reasons([SUBTITLE, SUBTITLE])).toContain('the key "subtitle" twice');
    expect(await reasons([{ key: '__proto__', to: 'excerpt' }])).toContain('"__proto__"');
    expect(await reasons([{ key: 'a\u001b', to: 'nothing' }])).toContain('nothing');
    for (const body of [
      [],
      {},
      { mapping: [SUBTITLE] },
      { mapping: { subtitle: 'excerpt' }, version: null },
      { mapping: [{ key: 'x'.repeat(201), to: 'excerpt' }], version: null },
      { mapping: [{ key: 'a\0', to: 'excerpt' }], version: null },
      { mapping: [{ key: '', to: 'excerpt' }], version: null },
      { mapping: [{ ...SUBTITLE, root: '/etc' }], version: null },
      { mapping: Array.from({ length: 501 }, () => SUBTITLE), version: null },
    ]) {
      await ask('put', `/archives/${key}/mapping`).send(body).expect(400);
    }
    expect(await keysNow()).toEqual(before);
    expect((await archiveNow()).preview).not.toBeNull();
  });

  it('is kept beside what the archive says of all else, and makes a preview old', async () => {
    const { status, body } = await put([SUBTITLE]);
    expect(status).toBe(200);
    expect(body.data as MappingInForce).toMatchObject({
      keys: [SUBTITLE],
      own: [{ key: 'kicker', to: 'sourceName' }],
      isSaved: true,
      yaml: '# of the harbour\nposts: [ old_post ] # further folders\nmapping:\n  subtitle: excerpt\n',
      problem: null,
    });
    expect((await archiveNow()).preview).toBeNull();
    expect(await keysNow()).toMatchObject({ state: 'counted', files: 2 });
  });

  it('is not overwritten by somebody who has not seen it', async () => {
    const { status, body } = await put([], null);
    expect(status).toBe(400);
    expect(body.error.message).toContain('Somebody else has saved the mapping');
    expect((await keysNow()).mapping.keys).toEqual([SUBTITLE]);
  });

  it('is what a preview and an import go by', async () => {
    const preview = await have(`/archives/${key}/preview`);
    expect(preview).toMatchObject({ state: 'finished', counts: { found: 2, created: 2 } });
    const task = await have(`/archives/${key}/import`);
    expect(task).toMatchObject({ state: 'finished', counts: { found: 2, created: 2 } });
    expect(await posts()).toMatchObject([
      { title: 'a', excerpt: '船期', sourceName: null, frontMatter: { kicker: '临江' } },
      { title: 'b', frontMatter: { rank: 3 } },
    ]);
  });

  it('has files read again once it is another, and given up, those of the archive', async () => {
    expect(await have(`/archives/${key}/import`)).toMatchObject({ counts: { unchanged: 2 } });
    expect((await ask('delete', `/archives/${key}/mapping`).expect(200)).body.data).toMatchObject({
      keys: [{ key: 'kicker', to: 'sourceName' }],
      isSaved: false,
      yaml: OWN,
    });
    await have(`/archives/${key}/preview`);
    // What is unchanged is counted, too.
    expect(await keysNow()).toMatchObject({ state: 'counted', files: 2 });
    expect(await have(`/archives/${key}/import`)).toMatchObject({ counts: { updated: 1 } });
    expect(await posts()).toMatchObject([
      { title: 'a', excerpt: null, sourceName: '临江', frontMatter: { subtitle: '船期' } },
      { title: 'b' },
    ]);
    await have(`/archives/${key}/preview`);
    const { files, keys } = await keysNow();
    expect(files).toBe(2);
    expect(keys.find((each) => each.key === 'title')?.count).toBe(2);
  });

  it('is that of the archive where it says the same, and may be empty', async () => {
    expect((await put([{ key: 'kicker', to: 'sourceName' }])).body.data.isSaved).toBe(false);
    expect((await put([])).body.data).toMatchObject({ keys: [], isSaved: true });
    await ask('delete', `/archives/${key}/mapping`).expect(200);
  });

  it('stays with a newer version of the archive, and what that says of all else counts', async () => {
    await put([SUBTITLE]);
    await folder.write('.broadsheet.yml', 'posts: [old_post]\ndates: local\n');
    await add(await packed(folder.root), 'newer.tar.gz', `&archive=${key}`);
    expect(await keysNow()).toMatchObject({
      state: 'older',
      keys: [{ key: 'subtitle', count: 0 }],
      mapping: {
        keys: [SUBTITLE],
        own: [],
        yaml: 'posts: [ old_post ]\ndates: local\nmapping:\n  subtitle: excerpt\n',
      },
    });
    await folder.write('.broadsheet.yml', 'dates: soon\n');
    await add(await packed(folder.root), 'wrong.tar.gz', `&archive=${key}`);
    expect((await keysNow()).mapping).toMatchObject({
      keys: [SUBTITLE],
      problem: expect.stringContaining('.broadsheet.yml:1:8: "dates" is "soon"'),
    });
    expect((await archiveNow()).problem).toContain('"dates" is "soon"');
    expect((await put([])).status).toBe(400);
    await folder.write('.broadsheet.yml', `dates: local # ${'x'.repeat(70_000)}\n`);
    await add(await packed(folder.root), 'long.tar.gz', `&archive=${key}`);
    expect((await keysNow()).mapping.problem).toContain('characters that are shown here');
    await folder.write('.broadsheet.yml', OWN);
    await add(await packed(folder.root), 'right.tar.gz', `&archive=${key}`);
  });

  it('is not changed while something is done with the archive', async () => {
    // So many that the preview is still at work when the last of the requests comes.
    for (let post = 0; post < MANY; post += 1) {
      await folder.write(`_posts/2022-04-04-${post}.md`, postText({ title: `no. ${post}` }));
    }
    await add(await packed(folder.root), 'many.tar.gz', `&archive=${key}`);
    const { version } = (await keysNow()).mapping;
    const { body } = await ask('post', `/archives/${key}/preview`).expect(200);
    const [counted, changed, removed] = await Promise.all([
      keysNow(),
      put([], version),
      ask('delete', `/archives/${key}/mapping`),
    ]);
    expect(counted).toMatchObject({ state: 'counting' });
    expect([changed.status, removed.status]).toEqual([400, 400]);
    await until(`/tasks/${body.data.key}`, (task: ArchiveDetail['preview']) =>
      Boolean(task?.finishedAt)
    );
    expect((await put([], version)).status).toBe(200);
  });
});
