import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { importArchive, runArchive } from '../../harness/run-script';
import { archiveFolder, postText } from '../../front-matter/archive-folder';
import { DATES, DOORS, step } from '../doors/step';
import { unlessRefused, writerOn } from '../doors/writer';
import { type Follower, followFeed, followTouched } from './followers';
import { publicViews } from './views';

const sorted = (views: ReadonlyMap<string, string>) => [...views].toSorted();

export const followers = suite('who follows the changes', (current, kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let writer: ReturnType<typeof writerOn>;
  let followers: readonly Follower<unknown>[];

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
    writer = writerOn(strapi, kind);
    followers = [followFeed(site), followFeed(site, 2), followTouched(strapi)];
  });

  const table = (name: string) => strapi.db.getConnection(name);
  const begin = async (): Promise<void> => {
    await writer.begin();
    for (const follower of followers) await follower.begin();
  };
  const catchUp = async (): Promise<void> => {
    for (const follower of followers) await follower.catchUp();
  };
  const expectTold = async (): Promise<void> => {
    await catchUp();
    const now = sorted(await publicViews(strapi));
    for (const follower of followers) expect(sorted(follower.views())).toEqual(now);
  };

  it('has what the public may read, whatever was written in whatever way', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
          for (const [index, taken] of steps.entries()) {
            await writer.take(taken).catch(unlessRefused);
            if (index % 3 === 0) await expectTold();
          }
          await expectTold();
        })
        .beforeEach(begin),
      { numRuns: 8 }
    );
  }, 600_000);

  it.each(DOORS)('is told of %s of one document among others', async (door) => {
    await begin();
    await writer.publishSome();
    await expectTold();
    for (const date of DATES) {
      await writer.take({ door, who: 7, date, kind: 'categories', terms: [0, 2] });
      await expectTold();
    }
  });

  it('is told nothing of drafts', async () => {
    await begin();
    const posts = strapi.documents('api::post.post');
    const { documentId } = await posts.create({ data: { title: 'x' } });
    await posts.update({ documentId, data: { title: 'y' } });
    await posts.delete({ documentId });
    for (const follower of followers) expect(await follower.catchUp()).toEqual([]);
  });

  it('hears of nothing too early, and of everything once it is committed', async () => {
    // SQLite has one writer at a time.
    if (kind.name === 'sqlite') return;
    await begin();
    await writer.publishSome();
    await expectTold();
    const [first, second]: { id: number; document_id: string }[] = await table('posts')
      .whereNotNull('published_at')
      .orderBy('id')
      .limit(2);
    if (first === undefined || second === undefined) throw new Error('There are no posts.');
    const trx = await strapi.db.connection.transaction();
    await trx('posts').where({ id: first.id }).update({ title: 'first' });
    await table('posts').where({ id: second.id }).update({ title: 'second' });
    for (const follower of followers) {
      const told = JSON.stringify(await follower.catchUp());
      expect(told).toContain(second.document_id);
      expect(told).not.toContain(first.document_id);
    }
    await trx.commit();
    for (const follower of followers) {
      const told = JSON.stringify(await follower.catchUp());
      expect(told).toContain(first.document_id);
      expect(told).not.toContain(second.document_id);
    }
    await expectTold();
  });

  it('misses nothing beside transactions that end in another order than they began', async () => {
    await begin();
    const count = 24;
    const rows = Array.from({ length: count }, (_, index) => ({
      title: 'x',
      document_id: `many${index}`.padEnd(24, 'x'),
      published_at: kind.name === 'sqlite' ? 1 : new Date(1),
    }));
    await table('posts').insert(rows);
    const ids: number[] = await table('posts').orderBy('id').pluck('id');
    const categories: number[] = await table('categories').pluck('id');
    await catchUp();
    const work = async (own: readonly number[]): Promise<void> => {
      for (let round = 0; round < 12; round += 1) {
        await strapi.db.connection.transaction(async (trx) => {
          for (const id of own) {
            if (Math.random() < 0.5) continue;
            await trx('posts')
              .where({ id })
              .update({ title: `${Math.random()}` });
            await pause(Math.random() * 5);
            const link = { post_id: id, category_id: categories[round % categories.length] };
            await trx('posts_categories_lnk').where({ post_id: id }).delete();
            if (round % 2 === 0) await trx('posts_categories_lnk').insert(link);
          }
        });
      }
    };
    let isWriting = true;
    const writing = Promise.all(
      [0, 1, 2, 3, 4, 5].map((worker) => work(ids.filter((id) => id % 6 === worker)))
    ).finally(() => {
      isWriting = false;
    });
    const reading = followers.map(async (follower) => {
      while (isWriting) {
        await follower.catchUp();
        await pause(1);
      }
    });
    await Promise.all([writing, ...reading]);
    await expectTold();
  });

  it('hears of an import by another process, and of its rollback', async () => {
    await begin();
    const folder = await archiveFolder();
    for (const day of ['01', '02', '03']) {
      await folder.write(`_posts/2022-03-${day}-a.md`, postText({ categories: 'a', tags: '[b]' }));
    }
    const { report } = await importArchive([folder.root, '--archive', 'other'], site.database);
    expect(report.created).toBe(3);
    await expectTold();
    expect(sorted(await publicViews(strapi, ['api::post.post']))).toHaveLength(3);
    expect(await runArchive(['rollback', String(report.run)], site.database)).toMatchObject({
      code: 0,
    });
    await expectTold();
    expect(sorted(await publicViews(strapi, ['api::post.post']))).toHaveLength(0);
    await folder.drop();
  });
});
