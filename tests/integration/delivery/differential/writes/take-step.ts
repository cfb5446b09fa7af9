import type { Slot, Values } from '../questions/values';
import type { Editor } from './editor';
import { setPublicAction } from './set-public-action';
import type { Step } from './steps';

const POSTS = '/content-manager/collection-types/api::post.post';
const CATEGORIES = '/content-manager/collection-types/api::category.category';

interface Made {
  readonly data?: { readonly documentId?: string };
}

/**
 * Does what a step says.
 * @param look - is called after the reply to each write, with the document that was written
 */
export const takeStep = async (
  editor: Editor,
  values: Values,
  step: Step,
  look: (post: string | null) => Promise<void>
): Promise<void> => {
  const { panel, api } = editor;
  const of = (slot: Slot): string => slot.valueOf(values, 0);
  const connected = (slot: Slot) => ({ connect: [{ documentId: of(slot) }] });
  const write = async (post: string | null, work: Promise<unknown>): Promise<unknown> => {
    const answer = await work;
    await look(post);
    return answer;
  };
  const publishOne = (id: string, data: object) =>
    write(id, panel('POST', `${POSTS}/${id}/actions/publish`, data));

  switch (step.kind) {
    case 'create': {
      const title = of(step.title);
      const data = { title, categories: connected(step.category), tags: connected(step.tag) };
      const made = (await write(null, panel('POST', POSTS, data))) as Made;
      const id = made.data?.documentId;
      if (id !== undefined) await publishOne(id, { title });
      return;
    }
    case 'edit': {
      const id = of(step.post);
      const data = { title: of(step.title) };
      await write(id, panel('PUT', `${POSTS}/${id}`, data));
      await publishOne(id, data);
      return;
    }
    case 'edit by REST': {
      const id = of(step.post);
      await write(id, api('PUT', `/api/posts/${id}`, { data: { title: of(step.title) } }));
      return;
    }
    case 'edit by GraphQL': {
      const id = of(step.post);
      const data = `{ title: ${JSON.stringify(of(step.title))} }`;
      const query = `mutation { updatePost(documentId: "${id}", data: ${data}) { documentId } }`;
      await write(id, api('POST', '/graphql', { query }));
      return;
    }
    case 'move': {
      const id = of(step.post);
      const data = { date: of(step.date), categories: connected(step.category) };
      await write(id, panel('PUT', `${POSTS}/${id}`, data));
      await publishOne(id, {});
      return;
    }
    case 'publish':
      await publishOne(of(step.post), {});
      return;
    case 'unpublish':
    case 'discard': {
      const id = of(step.post);
      await write(id, panel('POST', `${POSTS}/${id}/actions/${step.kind}`, {}));
      return;
    }
    case 'delete': {
      const id = of(step.post);
      await write(id, panel('DELETE', `${POSTS}/${id}`));
      return;
    }
    case 'clone': {
      const id = of(step.post);
      await write(id, panel('POST', `${POSTS}/clone/${id}`, {}));
      return;
    }
    case 'publish many':
    case 'unpublish many': {
      const documentIds = step.posts.map(of);
      const action = step.kind === 'publish many' ? 'bulkPublish' : 'bulkUnpublish';
      const work = panel('POST', `${POSTS}/actions/${action}`, { documentIds });
      await write(documentIds[0] ?? null, work);
      return;
    }
    case 'rename':
      await write(
        null,
        panel('PUT', `${CATEGORIES}/${of(step.category)}`, { name: of(step.name) })
      );
      return;
    case 'put below': {
      const data = { parent: connected(step.parent) };
      await write(null, panel('PUT', `${CATEGORIES}/${of(step.category)}`, data));
      return;
    }
    case 'delete category':
      await write(null, panel('DELETE', `${CATEGORIES}/${of(step.category)}`));
      return;
    case 'delete tag by REST':
      await write(null, api('DELETE', `/api/tags/${of(step.tag)}`));
      return;
    case 'forbid':
      await write(null, setPublicAction(editor, step.action, false));
      await write(null, setPublicAction(editor, step.action, true));
  }
};
