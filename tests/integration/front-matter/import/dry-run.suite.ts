import path from 'node:path';
import fc from 'fast-check';
import { root, type TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { postText, type ArchiveFolder, type PostParts } from '../archive-folder';
import { dumpAddresses, dumpDocuments, dumpLedger } from '../dump';
import { importInto, outcomes, type Imported } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const SAMPLE = path.join(root, 'tests', 'fixtures', 'sample-archive');

/** One file of a random archive: few names and slugs, so that they meet. */
const aFile = fc.record({
  name: fc.nat({ max: 9 }),
  slug: fc.constantFrom('same', 'same-2', 'Same', 'b', 'c', 'news'),
  title: fc.constantFrom('新闻', '一周', ''),
  hidden: fc.boolean(),
  redirect: fc.constantFrom('/same/', '/old.html', '/category/news.html', '/a b', '"/nul\\x01"'),
  categories: fc.subarray(['news', 'News', 'new s', '新闻', '北京', '背景', 'same']),
  tags: fc.subarray(['bei-jing', '北京', '背景']),
});

type AFile = typeof aFile extends fc.Arbitrary<infer File> ? File : never;

const textOf = (file: AFile): string =>
  postText({
    title: file.title,
    categories: JSON.stringify(file.categories),
    tags: JSON.stringify(file.tags),
    header: [
      `slug: ${file.slug}`,
      `redirect_from: ${file.redirect}`,
      ...(file.hidden ? ['published: false'] : []),
    ],
  });

/** All that a report says of files; run, times and memory are its own. */
const saidBy = ({ report, issues }: Imported) => {
  const { run: _, dryRun: __, seconds: ___, postsPerSecond: ____, peakRssMiB, ...counts } = report;
  expect(peakRssMiB).toBeGreaterThan(0);
  return { counts, issues };
};

export const dryRun = suite('a dry run', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  onEmptySite(current, (its) => ({ site, folder } = its));

  const everything = async () => ({
    ...(await dumpDocuments(site.strapi)),
    ...(await dumpLedger(site.strapi)),
    addresses: await dumpAddresses(site.strapi),
    runs: await site.strapi.db.query('plugin::front-matter.run').count(),
  });
  /** Runs dry, then in earnest, and holds one against the other. */
  const compare = async (
    archive: string,
    options: Parameters<typeof importInto>[2] = {}
  ): Promise<Imported> => {
    const before = await everything();
    const dry = await importInto(site.strapi, archive, { ...options, dryRun: true });
    expect(dry.report).toMatchObject({ run: null, dryRun: true });
    expect(await everything()).toEqual(before);
    const real = await importInto(site.strapi, archive, options);
    expect(saidBy(dry)).toEqual(saidBy(real));
    return real;
  };
  const codesOf = ({ issues }: Imported, file: string) =>
    issues.filter(({ path: own }) => own === file).map(({ code }) => code);

  it('says of the sample archive what a real one says, and writes nothing', async () => {
    const { report } = await compare(SAMPLE);
    expect(report.created).toBeGreaterThan(20);
    expect(outcomes(await compare(SAMPLE))).not.toHaveProperty('created');
  });

  it('foresees slugs and addresses that the site or an earlier file has, batches ago', async () => {
    await site.strapi.documents(POST).create({ data: { title: '站内', slug: 'same' } });
    const count = 250;
    for (let index = 0; index < count; index += 1) {
      const name = `_posts/2022-03-03-p${String(index).padStart(3, '0')}.md`;
      const header = [
        `slug: ${index % 2 === 0 ? 'same' : `own-${index}`}`,
        `redirect_from: [/first.html, "/odd\\u0001${index}"]`,
      ];
      await folder.write(name, postText({ title: `第${index}篇`, header }));
    }
    const result = await compare(folder.root);
    const last = '_posts/2022-03-03-p248.md';
    const codes = codesOf(result, last);
    // Of those with its address its path is the last, and of those that redirect from one it is not.
    expect(codes.filter((code) => code !== 'PATH_CONTESTED').sort()).toEqual([
      'PATH_INVALID',
      'PATH_TAKEN',
      'SLUG_TAKEN',
    ]);
    expect(codes.filter((code) => code === 'PATH_CONTESTED')).toHaveLength(count / 2 - 1);
    expect(
      result.issues.find(({ path: own, code }) => own === last && code === 'SLUG_TAKEN')?.message
    ).toContain('this one is "same-126"');
  });

  it('foresees which posts leave the page that another asks for: by slug, by date, hidden or gone', async () => {
    const names = ['slug', 'date', 'hidden', 'gone'];
    const write = (file: string, slug: string, parts: PostParts = {}): Promise<void> => {
      const header = [`slug: ${slug}`, ...(parts.header ?? [])];
      const text = postText({ categories: '[]', ...parts, header });
      return folder.write(`_posts/2022-03-03-${file}.md`, text);
    };
    for (const name of names) {
      await write(`a-${name}`, name);
      await write(`b-${name}`, name);
    }
    await compare(folder.root);
    await write('b-slug', 'another');
    await write('b-date', 'date', { date: '2022-03-04 08:35:15 +0800' });
    await write('b-hidden', 'hidden', { header: ['published: false'] });
    await folder.remove('_posts/2022-03-03-b-gone.md');
    const result = await compare(folder.root, { unpublishMissing: true });
    const taken = result.issues.filter(({ code }) => code === 'PATH_TAKEN');
    for (const name of names) {
      const address = `/2022/03/03/${name}.html`;
      expect(taken.map(({ message }) => message).filter((said) => said.includes(address))).toEqual([
        expect.stringContaining(`${address} leads to _posts/2022-03-03-a-${name}.md`),
      ]);
    }
  });

  it('foresees that a post asks again for an address that it has from an earlier run', async () => {
    const write = (file: string, redirect: string): Promise<void> =>
      folder.write(
        `_posts/2022-03-03-${file}.md`,
        postText({ header: [`slug: ${file}`, `redirect_from: ${redirect}`] })
      );
    await write('a', '/a');
    await write('b', '/once');
    await compare(folder.root);
    await write('b', '/b');
    await compare(folder.root);
    await write('a', '/once');
    await write('b', '/once');
    expect(codesOf(await compare(folder.root), '_posts/2022-03-03-a.md')).toEqual(['PATH_TAKEN']);
  });

  it('foresees that a post lets go of a slug that another asks for', async () => {
    const write = (file: string, slug: string, hidden: boolean): Promise<void> => {
      const header = [`slug: ${slug}`, ...(hidden ? ['published: false'] : [])];
      return folder.write(`_posts/2022-03-03-${file}.md`, postText({ categories: '[]', header }));
    };
    await write('a', 'once', false);
    await write('b', 'same', true);
    await compare(folder.root);
    await write('a', 'same', false);
    await write('b', 'other', true);
    const result = await compare(folder.root);
    expect(codesOf(result, '_posts/2022-03-03-b.md')).toContain('PATH_TAKEN');
  });

  it('foresees that the slug of a new category is taken, and tells it of the first file', async () => {
    await site.strapi.documents('api::category.category').create({
      data: { name: '要闻', slug: 'news' },
    });
    await site.strapi
      .documents('api::category.category')
      .create({ data: { name: '北京', slug: 'beijing' } });
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[背景]' }));
    await folder.write('_posts/2022-03-04-b.md', postText({ categories: '[背景, bei-jing]' }));
    await folder.write('_posts/2022-03-05-c.md', postText({ categories: '[北 京]' }));
    const result = await compare(folder.root);
    const taken = result.issues.filter(({ code }) => code === 'SLUG_TAKEN');
    expect(taken).toEqual([
      expect.objectContaining({ path: '_posts/2022-03-04-b.md', field: 'categories' }),
      expect.objectContaining({ path: '_posts/2022-03-05-c.md', field: 'categories' }),
    ]);
  });

  it('says what a real one says, whatever is written, changed, removed or deleted', async () => {
    const round = fc.record({
      files: fc.array(aFile, { minLength: 1, maxLength: 6 }),
      remove: fc.option(fc.nat({ max: 9 })),
      deleteOne: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        for (const { files, remove, deleteOne } of rounds) {
          for (const file of files) {
            await folder.write(`_posts/2022-03-03-n${file.name}.md`, textOf(file));
          }
          if (remove !== null && !files.some(({ name }) => name === remove)) {
            await folder.remove(`_posts/2022-03-03-n${remove}.md`).catch(() => undefined);
          }
          const [first] = await site.strapi.documents(POST).findMany({ limit: 1 });
          if (deleteOne && first !== undefined) {
            await site.strapi.documents(POST).delete({ documentId: first.documentId });
          }
          await compare(folder.root);
        }
      }),
      // What is there by then is a part of the case: it cannot be made smaller.
      { numRuns: 12, endOnFailure: true }
    );
  });
});
