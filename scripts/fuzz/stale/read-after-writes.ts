import { isDone, valueIn } from '../../site/ask';
import type { Servers } from '../races/servers';
import { note, type Tally, visit } from './tally';

const POSTS = 20;
const LIST = '/api/posts?sort=date:desc&populate=*';

/** A number below another, another one at each turn. */
const pick = (turn: number, below: number): number => (turn * 7919 + 13) % below;

interface Post {
  readonly id: string;
  readonly slug: string;
  /** Null while it is not published. */
  title: string | null;
}

const create = async (servers: Servers, index: number): Promise<Post> => {
  const slug = `stale-${index}`;
  const date = new Date(Date.UTC(2022, 0, 1 + index)).toISOString();
  const answer = await servers.api(0, '/api/posts', {
    method: 'POST',
    body: { data: { title: slug, slug, date, body: '<p>正文</p>' } },
  });
  const id = valueIn(answer, 'data', 'documentId');
  if (!isDone(answer) || typeof id !== 'string') throw new Error(`no post: ${answer.text}`);
  return { id, slug, title: slug };
};

/** Changes a post by one of the doors; its title is noted once the server has said that it is done. */
const write = async (servers: Servers, post: Post, turn: number): Promise<void> => {
  const process = turn % 2;
  const title = `title ${turn}`;
  const path = `/content-manager/collection-types/api::post.post/${post.id}`;
  const panel = (action: string, body: object) =>
    servers.panel(process, `${path}/actions/${action}`, { method: 'POST', body });
  const kind = pick(turn, 8);
  if (kind === 0 && post.title !== null) {
    if (isDone(await panel('unpublish', {}))) post.title = null;
  } else if (kind < 3) {
    if (isDone(await panel('publish', { title }))) post.title = title;
  } else if (kind === 3) {
    // A draft of another title, which no visitor may see.
    await servers.panel(process, path, { method: 'PUT', body: { title: `draft ${turn}` } });
  } else {
    const body = { data: { title } };
    const answer = await servers.api(process, `/api/posts/${post.id}`, { method: 'PUT', body });
    if (isDone(answer)) post.title = title;
  }
};

const newest = (posts: readonly Post[]): string | null =>
  posts.findLast(({ title }) => title !== null)?.title ?? null;

/** Writes by one of two servers and reads from both, at once, over and over. */
export const readAfterWrites = async (servers: Servers, writes: number): Promise<Tally> => {
  const tally: Tally = { reads: 0, old: 0 };
  const posts: Post[] = [];
  for (let index = 0; index < POSTS; index += 1) posts.push(await create(servers, index));
  const read = async (process: number, path: string, title: string | null): Promise<void> => {
    note(tally, await visit(servers, process, path), path, title);
  };
  for (let turn = 0; turn < writes; turn += 1) {
    const post = posts[pick(turn, POSTS)];
    if (post === undefined) continue;
    await write(servers, post, turn);
    const one = `/api/posts/${post.id}?populate=categories`;
    const bySlug = `/api/posts?filters[slug][$eq]=${post.slug}&populate=*`;
    for (const process of [0, 1]) {
      await Promise.all([
        read(process, one, post.title),
        read(process, one, post.title),
        read(process, bySlug, post.title),
        read(process, LIST, newest(posts)),
      ]);
      // What has just been kept.
      await Promise.all([
        read(process, one, post.title),
        read(process, bySlug, post.title),
        read(process, LIST, newest(posts)),
      ]);
    }
  }
  return tally;
};
