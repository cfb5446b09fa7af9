import type { Loader, LoaderContext } from 'astro/loaders';
import { ask, askJson, askLines } from './ask';
import { keepImages } from './keep-images';
import { post } from './post';

const WITH = 'populate=categories,tags';

/** How many documents one request asks for: what a page of the feed tells at most. */
const AT_ONCE = 100;

interface Changes {
  readonly data: readonly { readonly kind: string; readonly documentId: string }[];
  readonly meta: { readonly next: string; readonly hasMore: boolean };
}

const keep = async (found: unknown, { store, renderMarkdown }: LoaderContext): Promise<void> => {
  const data = post.parse(found);
  const body = data.body ?? '';
  await keepImages(body);
  store.set({ id: data.documentId, data: { ...data }, body, rendered: await renderMarkdown(body) });
};

/** Reads all posts. What changes meanwhile is told by the feed from the position that was taken before. */
const readAll = async (context: LoaderContext): Promise<string> => {
  const { meta } = await askJson<Changes>('/api/delivery/changes?types=posts');
  context.store.clear();
  for await (const line of askLines(`/api/delivery/posts.ndjson?${WITH}`)) {
    await keep(JSON.parse(line), context);
  }
  return meta.next;
};

/** Reads what has changed since a position; null where the CMS does not remember that far. */
const readChanges = async (since: string, context: LoaderContext): Promise<string | null> => {
  for (let position = since; ;) {
    const address = `/api/delivery/changes?types=posts&limit=${AT_ONCE}&since=${encodeURIComponent(position)}`;
    const reply = await ask(address);
    if (reply.status === 410 || reply.status === 503) return null;
    if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
    const { data, meta } = (await reply.json()) as Changes;
    const ids = data.map(({ documentId }) => documentId);
    // Whatever has become of them: those that are still public come back.
    for (const id of ids) context.store.delete(id);
    const wanted = ids.map((id, index) => `filters[documentId][$in][${index}]=${id}`).join('&');
    if (ids.length > 0) {
      const found = await askJson<{ readonly data: readonly unknown[] }>(
        `/api/delivery/posts?${WITH}&limit=${AT_ONCE}&${wanted}`
      );
      for (const one of found.data) await keep(one, context);
    }
    context.logger.info(`${ids.length} posts have changed`);
    position = meta.next;
    if (!meta.hasMore) return position;
  }
};

/** Keeps posts from one build to the next, and asks only for those that have changed. */
export const loadPosts = (): Loader => ({
  name: 'broadsheet',
  schema: post,
  async load(context) {
    const since = context.meta.get('position');
    const position = since === undefined ? null : await readChanges(since, context);
    context.meta.set('position', position ?? (await readAll(context)));
  },
});
