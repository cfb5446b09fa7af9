import fc from 'fast-check';
import { slotOf } from '../questions/filters';
import type { Slot } from '../questions/values';

/** Something that an editor does, by the panel's door or by another one. */
export type Step =
  | { readonly kind: 'create'; readonly title: Slot; readonly category: Slot; readonly tag: Slot }
  | {
      readonly kind: 'edit' | 'edit by REST' | 'edit by GraphQL';
      readonly post: Slot;
      readonly title: Slot;
    }
  | { readonly kind: 'move'; readonly post: Slot; readonly category: Slot; readonly date: Slot }
  | { readonly kind: 'publish' | 'unpublish' | 'discard' | 'delete' | 'clone'; readonly post: Slot }
  | { readonly kind: 'publish many' | 'unpublish many'; readonly posts: readonly Slot[] }
  | { readonly kind: 'rename'; readonly category: Slot; readonly name: Slot }
  | { readonly kind: 'put below'; readonly category: Slot; readonly parent: Slot }
  | { readonly kind: 'delete category'; readonly category: Slot }
  | { readonly kind: 'delete tag by REST'; readonly tag: Slot }
  | { readonly kind: 'forbid'; readonly action: string };

const post = slotOf('post');
const title = slotOf('title');
const category = slotOf('category');

const kind = <Kind extends string>(...kinds: readonly Kind[]) => fc.constantFrom(...kinds);

/** A step, changes of posts as a rule. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('create'), title, category, tag: slotOf('tag') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: kind('edit', 'edit by REST', 'edit by GraphQL'), post, title }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('move'), post, category, date: slotOf('moment') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('publish', 'unpublish', 'unpublish', 'discard', 'delete', 'clone'),
      post,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('publish many', 'unpublish many'),
      posts: fc.array(post, { minLength: 2, maxLength: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('rename'), category, name: slotOf('name') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('put below'), category, parent: category }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('delete category'), category }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('delete tag by REST'), tag: slotOf('tag') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('forbid'),
      action: fc.constantFrom('category.find', 'tag.find', 'post.findOne', 'post.find'),
    }),
  }
);
