import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes } from '../importing';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';

/** Stories a day. */
const A_DAY = 4;

interface Story {
  readonly code: string;
  readonly day: number;
  readonly title: string;
}

const storyOf = (day: number, index: number): Story => ({
  code: `NW2022030${day}00000003${day}${index}`,
  day,
  title: `三月${day}日第${index}篇`,
});

const storiesOf = (day: number): readonly Story[] =>
  Array.from({ length: A_DAY }, (_, index) => storyOf(day, index));

/** The links back that the generator writes anew whenever it writes a file. */
const FOOTERS = [
  '[返回临江日报新闻](./linjiangribao/)\n[返回首页](./)',
  '[返回临江日报新闻](../linjiangribao/)\n[返回首页](../)',
  '[返回临江日报新闻](//news.example/category/linjiangribao.html)｜[返回首页](//news.example/)',
];

const textOf = ({ code, day, title }: Story, footer: number): string => {
  const link = `<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code}>`;
  return postText({
    title,
    date: `2022-03-0${day} 08:35:15 +0800`,
    body: `<p>${title}</p>\n\n${link}\n\n${FOOTERS[footer % FOOTERS.length] ?? ''}`,
  });
};

const fileOf = (folder: string, { code, day }: Story): string =>
  `${folder}/2022-03-0${day}-${code}.md`;

/**
 * What the reference archive does every day: new posts come into `_posts`, all of them are written
 * again with other links back, and what is three days old moves to `old_post`.
 */
export const dailyHabit = suite('an archive that moves its posts after three days', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = current();
    folder = await archiveFolder();
    await folder.write('.broadsheet.yml', 'posts: [old_post]\n');
  });
  afterAll(async () => {
    await folder.drop();
  });

  const documents = () => site.strapi.documents(POST);
  const idOf = async (title: string): Promise<string> =>
    (await documents().findMany({ filters: { title } }))[0]?.documentId ?? '';
  const bySlug = async (status: 'draft' | 'published') => {
    const posts = await documents().findMany({ status, sort: 'slug', limit: 100 });
    return new Map(posts.map((post) => [post.slug ?? '', post]));
  };
  /** Writes the archive as it is on a day. */
  const liveThrough = async (today: number): Promise<void> => {
    for (let day = 1; day <= today; day += 1) {
      const isOld = today - day >= 3;
      for (const story of storiesOf(day)) {
        if (isOld && today - day === 3) await folder.remove(fileOf('_posts', story));
        await folder.write(fileOf(isOld ? 'old_post' : '_posts', story), textOf(story, today));
      }
    }
  };

  it('doubles no post and loses no change of an editor, day after day', async () => {
    const edits = {
      published: storyOf(1, 0),
      draft: storyOf(1, 1),
      deleted: storyOf(1, 2),
      unpublished: storyOf(2, 0),
    };
    const before = new Map<string, string>();
    for (let today = 1; today <= 6; today += 1) {
      await liveThrough(today);
      const result = await importInto(site.strapi, folder.root);
      const known = (today - 1) * A_DAY;
      const deleted = today === 1 ? 0 : 1;
      // Links back are no part of a post: to write them anew changes none. A file whose document
      // an editor has deleted has changed all the same, and it is told.
      expect([today, outcomes(result)]).toEqual([
        today,
        {
          created: A_DAY,
          ...(known === 0 ? {} : { unchanged: known - deleted, conflicts: deleted }),
        },
      ]);
      const movedToday = today > 3 ? A_DAY : 0;
      expect(result.issues.filter(({ code }) => code === 'MOVED')).toHaveLength(movedToday);
      expect(result.issues.filter(({ code }) => code === 'MISSING')).toEqual([]);

      if (today === 1) {
        const published = await idOf(edits.published.title);
        await documents().update({ documentId: published, data: { title: '编者的标题' } });
        await documents().publish({ documentId: published });
        const draft = await idOf(edits.draft.title);
        await documents().update({ documentId: draft, data: { excerpt: '未完的导语' } });
        await documents().delete({ documentId: await idOf(edits.deleted.title) });
        const [category] = await site.strapi.documents(CATEGORY).findMany();
        await site.strapi
          .documents(CATEGORY)
          .update({ documentId: category?.documentId ?? '', data: { name: '临江' } });
      }
      if (today === 2) {
        await documents().unpublish({ documentId: await idOf(edits.unpublished.title) });
      }

      const drafts = await bySlug('draft');
      const shown = await bySlug('published');
      expect(drafts.size).toBe(today * A_DAY - 1);
      expect(shown.size).toBe(drafts.size - (today > 1 ? 1 : 0));
      expect(drafts.has(edits.deleted.code)).toBe(false);
      expect(shown.get(edits.published.code)?.title).toBe('编者的标题');
      expect(drafts.get(edits.draft.code)?.excerpt).toBe('未完的导语');
      expect(shown.get(edits.draft.code)?.excerpt ?? null).toBeNull();
      expect(shown.has(edits.unpublished.code)).toBe(false);
      for (const [slug, { documentId, sourceCode, body }] of drafts) {
        expect(before.get(slug) ?? documentId).toBe(documentId);
        before.set(slug, documentId);
        expect([sourceCode, body]).toEqual([slug, expect.not.stringContaining('返回')]);
      }
      const categories = await site.strapi.documents(CATEGORY).findMany();
      expect(categories.map(({ name }) => name)).toEqual(['临江']);
    }
  });

  it('goes on taking what the archive changes, where its posts have moved to', async () => {
    const story = storyOf(1, 3);
    await folder.write(fileOf('old_post', story), textOf({ ...story, title: '更正' }, 0));
    expect(outcomes(await importInto(site.strapi, folder.root))).toMatchObject({ updated: 1 });
    expect((await bySlug('published')).get(story.code)?.title).toBe('更正');
  });
});
