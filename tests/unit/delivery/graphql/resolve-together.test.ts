import { tellLoad } from '../../../../src/plugins/delivery/server/src/graphql/loads';
import { resolveFirst } from '../../../../src/plugins/delivery/server/src/graphql/resolve-together';

const POST = 'api::post.post';
const TAGS = { uid: POST, name: 'tags', isMany: true };

interface Parent {
  readonly id: number;
}

/** A place in a query: below a root, as one field of it. */
const placeOf = (root: string, node: object) => ({
  path: { prev: { prev: { key: root }, key: 0 }, key: 'tags' },
  fieldNodes: [node],
});

/** A resolver as Strapi's, which asks for what its root says, and how often it was called. */
const start = (loaded = 'tags') => {
  const asked: number[] = [];
  const load = async (status: unknown, { id }: Parent) => [`${String(status)} ${id}`];
  const resolve = resolveFirst(
    async (parent, _, __, { path }) => {
      const { id } = parent as Parent;
      asked.push(id);
      await Promise.resolve();
      const root = path.prev?.prev?.key;
      tellLoad({ uid: POST, field: loaded, params: root });
      return id < 0 ? Promise.reject(new Error('refused')) : load(root, { id });
    },
    ({ params }, parent) => load(params, parent as Parent),
    TAGS
  );
  return { asked, resolve };
};

describe('a relation of several documents', () => {
  const [context, node] = [{}, {}];

  it('is resolved as Strapi does for the first, and by what that has asked for the others', async () => {
    const { asked, resolve } = start();
    const answers = [1, 2, 3].map((id) => resolve({ id }, {}, context, placeOf('posts', node)));
    expect(await Promise.all(answers)).toEqual([['posts 1'], ['posts 2'], ['posts 3']]);
    expect(asked).toEqual([1]);
  });

  it('is asked for again below another root, in another place and in another request', async () => {
    const { asked, resolve } = start();
    const places = [
      [context, placeOf('drafts', node)],
      [context, placeOf('posts', node)],
      [context, placeOf('posts', {})],
      [{}, placeOf('posts', node)],
    ] as const;
    for (const [index, [own, place]] of places.entries()) {
      const root = index === 0 ? 'drafts' : 'posts';
      expect(await resolve({ id: index }, {}, own, place)).toEqual([`${root} ${index}`]);
      expect(await resolve({ id: 9 }, {}, own, place)).toEqual([`${root} 9`]);
    }
    expect(asked).toEqual([0, 1, 2, 3]);
  });

  it('is resolved as Strapi does for each where something else was loaded', async () => {
    const { asked, resolve } = start('categories');
    for (const id of [1, 2]) await resolve({ id }, {}, context, placeOf('posts', node));
    expect(asked).toEqual([1, 2]);
  });
});
