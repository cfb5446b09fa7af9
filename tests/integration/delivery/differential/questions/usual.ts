import fc from 'fast-check';
import { slotOf } from './filters';
import { present, rarely } from './parts';
import type { SortTerm } from './sorts';
import type { Tree } from './values';

/** What a frontend asks of posts, on either door. */
export interface Usual {
  readonly filters?: Tree;
  readonly sort?: readonly SortTerm[];
  readonly pagination?: Tree;
}

const by = (name: string, order: SortTerm['order']): SortTerm => ({ path: [name], order });

const NEWEST = fc.constantFrom<(readonly SortTerm[])[]>(
  [by('date', 'desc')],
  [by('date', 'desc')],
  [by('date', 'desc'), by('id', 'desc')],
  [by('publishedAt', 'desc')],
  [by('title', 'asc')]
);

const page = fc
  .record({ page: rarely(80, slotOf('page')), pageSize: rarely(60, slotOf('size')) })
  .map((parts) => present<object>(parts) as Tree);

const list = (filters: fc.Arbitrary<Tree>): fc.Arbitrary<Usual> =>
  fc.record({ filters, sort: NEWEST, pagination: rarely(60, page) }).map(present);

const alone = (filters: fc.Arbitrary<Tree>): fc.Arbitrary<Usual> =>
  filters.map((asked) => ({ filters: asked }));

const { tuple } = fc;
const moment = slotOf('moment');

const ofRelation = (name: string, attribute: string, value: fc.Arbitrary<Tree>) =>
  value.map((asked): Tree => ({ [name]: { [attribute]: { eq: asked } } }));

const ofCategory = fc.oneof(
  ofRelation('categories', 'slug', slotOf('categorySlug')),
  ofRelation('categories', 'documentId', slotOf('category')),
  ofRelation('categories', 'name', slotOf('name'))
);
const ofTag = ofRelation('tags', 'slug', slotOf('tagSlug'));

/** The queries that most pages of a site are made of. */
export const usual: fc.Arbitrary<Usual> = fc.oneof(
  // The newest, a page at a time.
  fc.record({ sort: NEWEST, pagination: rarely(80, page) }).map(present),
  // One, by its address.
  alone(slotOf('slug').map((slug) => ({ slug: { eq: slug } }))),
  // A category's page, a tag's, one of both, one of a category and those below it.
  list(ofCategory),
  list(ofTag),
  list(tuple(ofCategory, ofTag).map(([one, other]) => ({ and: [one, other] }))),
  list(
    slotOf('categorySlug').map((slug) => ({
      categories: { or: [{ slug: { eq: slug } }, { parent: { slug: { eq: slug } } }] },
    }))
  ),
  list(
    fc
      .array(slotOf('tagSlug'), { minLength: 2, maxLength: 3 })
      .map((slugs) => ({ tags: { slug: { in: slugs } } }))
  ),
  // A year's, and what comes before or after a post.
  list(tuple(moment, moment).map(([from, to]) => ({ date: { gte: from, lt: to } }))),
  list(tuple(fc.constantFrom('lt', 'gt'), moment).map(([word, at]) => ({ date: { [word]: at } }))),
  // Several by their ids, and copies of a story.
  alone(
    fc
      .array(slotOf('post'), { minLength: 2, maxLength: 5 })
      .map((ids) => ({ documentId: { in: ids } }))
  ),
  alone(slotOf('code').map((code) => ({ sourceKey: { eq: code } }))),
  // A search.
  list(
    slotOf('part').map((part) => ({
      or: [{ title: { containsi: part } }, { excerpt: { contains: part } }],
    }))
  )
);
