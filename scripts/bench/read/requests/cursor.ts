import { askOnce } from './ask-once';
import { namedIn } from './named-in';
import { deepPage, get, LIST, PAGE_SIZE, type ReadRequest } from './requests';

const ROUTE = '/api/delivery/posts?sort=date:desc';

/** Rows of one step on the way to a deep cursor. */
const STEP = 100;

const cursorPath = (after: string | null, limit: number, rest: string): string =>
  `${ROUTE}&limit=${limit}&${rest}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;

/** The cursor at which a page ended; null where there was no such page. */
const cursorAfter = (text: string): string | null => {
  const answer = JSON.parse(text) as { meta?: { pagination?: { next?: string | null } } };
  return answer.meta?.pagination?.next ?? null;
};

/** Goes over so many rows; null where there is no route to go by. */
const walk = async (port: number, rows: number): Promise<string | null> => {
  let after: string | null = null;
  for (let left = rows; left > 0; left -= STEP) {
    const path = cursorPath(after, Math.min(STEP, left), 'fields[0]=slug');
    const { status, text } = await askOnce(port, get(path));
    if (status === 404) return null;
    after = cursorAfter(text);
    if (status !== 200 || after === null) throw new Error(`GET ${path}: ${status}, no cursor`);
  }
  return after;
};

/**
 * The page of a cursor that begins where a deep page begins; null where there is no such route.
 *
 * @throws where it is not the same page
 */
export const cursorRequest = async (port: number, posts: number): Promise<ReadRequest | null> => {
  const page = deepPage(posts);
  const after = await walk(port, (page - 1) * PAGE_SIZE);
  if (after === null) return null;
  const cursor = get(cursorPath(after, PAGE_SIZE, 'populate=*'));
  const byCursor = await askOnce(port, cursor);
  const byPage = await askOnce(port, get(`${LIST}&pagination[page]=${page}`));
  const [ours, theirs] = [byCursor, byPage].map(({ text }) =>
    namedIn((JSON.parse(text) as { data?: unknown }).data).join()
  );
  if (ours !== theirs) throw new Error(`GET ${cursor.path} is not page ${page}`);
  return { name: 'cursor', requests: [cursor], status: 200 };
};
