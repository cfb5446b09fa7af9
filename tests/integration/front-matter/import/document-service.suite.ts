import type { TestSite } from '../../harness/boot';
import { emptySite } from '../../harness/empty-site';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText } from '../archive-folder';
import { dumpAddresses, dumpDocuments } from '../dump';
import { importInto } from '../importing';

const POST = 'api::post.post';

const POSTS = [
  { slug: 'first', title: '第一篇', categories: ['alpha', 'beta'], tags: ['红', '绿'] },
  { slug: 'second', title: '第二篇', categories: ['beta'], tags: ['绿', '红'] },
  { slug: 'third', title: '第三篇', categories: ['alpha'], tags: [] },
  { slug: 'fourth', title: '第四篇', categories: [], tags: ['蓝'], draft: true },
] as const;

const DATE = '2022-03-03T00:35:15.000Z';

type Act = (posts: Documents, documentId: string) => Promise<unknown>;
type Documents = ReturnType<TestSite['strapi']['documents']>;

/** What editors do to a post of a slug, in turn. */
const STEPS: readonly (readonly [name: string, slug: string, act: Act])[] = [
  ['as they are', 'first', async () => undefined],
  [
    'when one is edited',
    'first',
    (posts, documentId) =>
      posts.update({ documentId, data: { title: '改过', categories: [] } as object }),
  ],
  [
    'when the edit is discarded',
    'first',
    (posts, documentId) => posts.discardDraft({ documentId }),
  ],
  [
    'when an edit is published',
    'second',
    async (posts, documentId) => {
      await posts.update({ documentId, data: { title: '再改' } as object });
      await posts.publish({ documentId });
    },
  ],
  ['when a draft is published', 'fourth', (posts, documentId) => posts.publish({ documentId })],
  ['when one is unpublished', 'third', (posts, documentId) => posts.unpublish({ documentId })],
  ['when one is deleted', 'second', (posts, documentId) => posts.delete({ documentId })],
];

const makeByHand = async ({ strapi }: TestSite): Promise<void> => {
  const ids = new Map<string, string>();
  const term = async (uid: 'api::category.category' | 'api::tag.tag', name: string) => {
    const known = ids.get(`${uid} ${name}`);
    if (known !== undefined) return known;
    const slug = /^[a-z]+$/.test(name) ? { slug: name } : {};
    const { documentId } = await strapi.documents(uid).create({ data: { name, ...slug } });
    ids.set(`${uid} ${name}`, documentId);
    return documentId;
  };
  for (const post of POSTS) {
    const categories: string[] = [];
    for (const name of post.categories) categories.push(await term('api::category.category', name));
    const tags: string[] = [];
    for (const name of post.tags) tags.push(await term('api::tag.tag', name));
    await strapi.documents(POST).create({
      data: {
        title: post.title,
        slug: post.slug,
        date: DATE,
        body: '<p>正文</p>',
        frontMatter: 'draft' in post ? { layout: 'post', published: false } : { layout: 'post' },
        categories,
        tags,
      },
      status: 'draft' in post ? 'draft' : 'published',
    });
  }
};

/** The rows after each step. */
const dumpSteps = async (site: TestSite): Promise<Map<string, unknown>> => {
  const dumps = new Map<string, unknown>();
  for (const [name, slug, act] of STEPS) {
    const { documentId } = await site.strapi.db.query(POST).findOne({ where: { slug } });
    await act(site.strapi.documents(POST) as Documents, documentId);
    const addresses = await dumpAddresses(site.strapi, { kind: 'slug' });
    dumps.set(name, {
      ...(await dumpDocuments(site.strapi)),
      // An archive gives its slugs; by hand they are typed, or made from the title.
      addresses: addresses.map((row) => ({ ...JSON.parse(row), origin: null })),
    });
  }
  return dumps;
};

/**
 * The judge is Strapi itself: the same posts, imported here and made there one by one through the
 * Document Service, have to leave the same rows, and go on doing so whatever editors do to them.
 */
export const documentService = suite('imported posts, beside posts made by hand', (current) => {
  let imported: Map<string, unknown>;
  let made: Map<string, unknown>;

  beforeAll(async () => {
    const folder = await archiveFolder();
    for (const post of POSTS) {
      const text = postText({
        title: post.title,
        categories: `[${post.categories.join(', ')}]`,
        tags: `[${post.tags.join(', ')}]`,
        ...('draft' in post ? { header: ['published: false'] } : {}),
      });
      await folder.write(`_posts/2022-03-03-${post.slug}.md`, text);
    }
    const site = current();
    await importInto(site.strapi, folder.root);
    imported = await dumpSteps(site);
    await emptySite(site.strapi);
    await makeByHand(site);
    made = await dumpSteps(site);
    await folder.drop();
  });

  it.each(STEPS.map(([name]) => name))('leave the same rows %s', (name) => {
    expect(imported.get(name)).toEqual(made.get(name));
  });
});
