import fc from 'fast-check';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type PostParts } from '../archive-folder';
import { type Imported, importInto, outcomes } from '../importing';

const TAG = 'api::tag.tag';
const CATEGORY = 'api::category.category';

/** Tags whose slugs meet, or that are the slug of another; `n` makes them those of one try. */
const pool = (n: number): string[] => [
  `C++ ${n}`,
  `c-${n}`,
  `C ${n}`,
  `c ${n}`,
  `.net${n}`,
  `net${n}`,
  `NET${n}`,
  `net${n}-2`,
  `市场${n}`,
  `shi-chang-${n}`,
  `Économie ${n}`,
  `economie-${n}`,
];

/** What is tried: the tags of some posts, as numbers of the pool, and the run that brings each. */
const tries = fc.array(
  fc.record({
    tags: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 3 }),
    run: fc.nat({ max: 2 }),
    archive: fc.constantFrom('one', 'other'),
  }),
  { minLength: 2, maxLength: 6 }
);

export const terms = suite('categories and tags of an archive', (current) => {
  let site: TestSite;

  beforeAll(() => {
    site = current();
  });

  /** Imports an archive of one post. */
  const importPost = async (slug: string, parts: PostParts): Promise<Imported> => {
    const archive = await archiveFolder();
    try {
      await archive.write(`_posts/2022-03-03-${slug}.md`, postText(parts));
      return await importInto(site.strapi, archive.root, { name: slug });
    } finally {
      await archive.drop();
    }
  };

  const tagsOf = async (slug: string): Promise<string[]> => {
    const post = await site.strapi
      .documents('api::post.post')
      .findFirst({ filters: { slug }, populate: { tags: { fields: ['name'] } } });
    return (post?.tags ?? []).map(({ name }) => name ?? '');
  };

  it('are those that the file names, in whatever order and company it came', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(tries, async (posts) => {
        n += 1;
        const names = pool(n);
        const wanted = posts.map(({ tags }) => tags.map((tag) => names[tag] ?? ''));
        for (const name of ['one', 'other']) {
          const archive = await archiveFolder();
          const runs = [0, 1, 2].map((run) =>
            [...posts.entries()].filter(([, post]) => post.run === run && post.archive === name)
          );
          for (const brought of runs.filter(({ length }) => length > 0)) {
            for (const [index] of brought) {
              const file = `_posts/2022-03-03-try-${n}-${index}.md`;
              await archive.write(file, postText({ tags: JSON.stringify(wanted[index]) }));
            }
            await importInto(site.strapi, archive.root, { name: `${name}-${n}` });
          }
          await archive.drop();
        }
        for (const [index, tags] of wanted.entries()) {
          expect(await tagsOf(`try-${n}-${index}`)).toEqual(tags);
        }
      }),
      { numRuns: 12 }
    );
  });

  it('are an editor’s where the file names them by the slug that the editor gave', async () => {
    const { documentId } = await site.strapi
      .documents(CATEGORY)
      .create({ data: { name: '国际新闻', slug: 'world' } });
    await site.strapi.documents(TAG).create({ data: { name: 'Réforme' } });
    const imported = await importPost('abroad', { categories: 'world', tags: 'reforme' });
    expect(outcomes(imported)).toEqual({ created: 1 });
    const post = await site.strapi.documents('api::post.post').findFirst({
      filters: { slug: 'abroad' },
      populate: { categories: true, tags: true },
    });
    expect(post?.categories).toMatchObject([{ documentId, name: '国际新闻' }]);
    expect(post?.tags).toMatchObject([{ name: 'reforme', slug: 'reforme-2' }]);
  });

  it('keep their slugs when they are renamed, and no other archive takes those for given', async () => {
    await importPost('renamed', { tags: 'F#' });
    const tag = await site.strapi.documents(TAG).findFirst({ filters: { name: 'F#' } });
    await site.strapi
      .documents(TAG)
      .update({ documentId: tag?.documentId ?? '', data: { name: 'F sharp' } });
    await importPost('letter', { tags: tag?.slug ?? '' });
    expect(await tagsOf('renamed')).toEqual(['F sharp']);
    expect(await tagsOf('letter')).toEqual([tag?.slug]);
  });
});
