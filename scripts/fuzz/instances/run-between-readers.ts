import { type Answer, ask, isDone, valueIn } from '../../site/ask';
import { type Imported, makeArchiveFolder, removeArchiveFolder, writePost } from '../races/archive';
import type { Servers } from '../races/servers';

/** What was asked, and what was wrong with answers. */
interface Findings {
  readonly asked: number;
  readonly faults: readonly string[];
}

/** Visitors who ask at the same time. */
const VISITORS = 8;
/** Posts of one title, so that all but one of them get a slug with a number. */
const SAME_TITLE = 4;
/** Posts that editors write during the import, of titles that the archive has. */
const WRITTEN = 40;
const PAGE = 100;

const titleOf = (post: number): string => `news of ${Math.floor(post / SAME_TITLE)}`;

/** How many posts an answer tells of. */
const totalIn = (answer: Answer): number =>
  Number(valueIn(answer, 'meta', 'pagination', 'total') ?? Number.NaN);

/** Both instances are asked for the same work at once: one does it, and the other is refused. */
const onOneInstance = async <Reply>(
  servers: Servers,
  name: 'import' | 'rollBack',
  question: unknown,
  faults: string[]
): Promise<Reply | null> => {
  const sites = [await servers.site(0), await servers.site(1)];
  const ends = await Promise.allSettled(sites.map((site) => site.ask<Reply>(name, question)));
  const done = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
  if (done.length !== 1)
    faults.push(`${name}: ${done.length} were done at once: ${refused.join()}`);
  for (const reason of refused) {
    if (!/still at work|already undone/u.test(reason)) {
      faults.push(`${name} was refused for another reason: ${reason}`);
    }
  }
  return done[0] ?? null;
};

/**
 * Imports an archive and undoes it, while visitors ask. What one instance has told of, no instance may know nothing of
 * afterwards: the number of posts never falls during the import, and never grows during the rollback.
 */
export const runBetweenReaders = async (
  servers: Servers,
  posts: number,
  requests: number
): Promise<Findings> => {
  const faults: string[] = [];
  let asked = 0;
  const get = async (instance: number, path: string): Promise<Answer> => {
    asked += 1;
    const { url } = await servers.site(instance);
    const answer = await ask(`${url}${path}`);
    if (!isDone(answer))
      faults.push(`${path}: ${String(answer.status)} ${answer.text.slice(0, 200)}`);
    return answer;
  };

  /** Visitors ask how many posts there are until the work is done, and until they have asked often enough. */
  const countBeside = async <Reply>(
    work: Promise<Reply>,
    until: number,
    isFurther: (total: number, known: number) => boolean
  ): Promise<Reply> => {
    let isOver = false;
    let known: number | null = null;
    const over = work.finally(() => {
      isOver = true;
    });
    const visitor = async (instance: number): Promise<void> => {
      while (!isOver || asked < until) {
        const before = known;
        const size = 1 + (asked % 25);
        const path = `/api/posts?fields=slug&sort=date:desc&pagination[pageSize]=${size}`;
        const total = totalIn(await get(instance, path));
        if (before !== null && total !== before && !isFurther(total, before)) {
          faults.push(
            `instance ${instance} tells of ${total} posts after somebody told of ${before}`
          );
        }
        if (known === null || isFurther(total, known)) known = total;
      }
    };
    const visitors = Array.from({ length: VISITORS }, (_, index) => visitor(index % 2));
    const [reply] = await Promise.all([over, ...visitors]);
    return reply;
  };

  const write = async (): Promise<number> => {
    let written = 0;
    for (let turn = 0; turn < WRITTEN; turn += 1) {
      const title = titleOf(turn * SAME_TITLE);
      const body = { data: { title, date: '2022-03-03T00:35:15.000Z', body: '<p>one</p>' } };
      const answer = await servers.api(turn % 2, '/api/posts', { method: 'POST', body });
      if (isDone(answer)) written += 1;
      else
        faults.push(`an editor was refused: ${String(answer.status)} ${answer.text.slice(0, 200)}`);
    }
    return written;
  };

  /** Every slug that is published, as an instance tells. */
  const slugsOf = async (instance: number): Promise<readonly string[]> => {
    const slugs: string[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/api/posts?fields=slug&sort=date:desc&pagination[pageSize]=${PAGE}&pagination[page]=${page}`;
      const data = valueIn(await get(instance, path), 'data') as readonly { slug: string }[];
      slugs.push(...data.map(({ slug }) => slug));
      if (data.length < PAGE) return slugs;
    }
  };
  const checkSlugs = async (expected: number): Promise<readonly string[]> => {
    const [one = [], other = []] = await Promise.all([0, 1].map(slugsOf));
    for (const slugs of [one, other]) {
      const different = new Set(slugs).size;
      if (slugs.length !== expected || different !== expected) {
        faults.push(`${slugs.length} posts with ${different} slugs in the place of ${expected}`);
      }
    }
    return one;
  };

  const archive = await makeArchiveFolder('instances');
  try {
    for (let post = 0; post < posts; post += 1) {
      const path = `_posts/2022-03-03-${post}.md`;
      await writePost({ archive, path, title: titleOf(post), isPublished: true }, `body ${post}`);
    }
    const importing = Promise.all([
      onOneInstance<Imported>(servers, 'import', archive, faults),
      write(),
    ]);
    const [imported, written] = await countBeside(
      importing,
      requests / 2,
      (total, known) => total > known
    );
    await checkSlugs(posts + written);
    const run = imported?.run ?? null;
    if (run === null) return { asked, faults: [...faults, 'the import has no run'] };
    const undoing = onOneInstance(servers, 'rollBack', run, faults);
    await countBeside(undoing, requests, (total, known) => total < known);
    await checkSlugs(written);
    return { asked, faults };
  } finally {
    await removeArchiveFolder(archive);
  }
};
