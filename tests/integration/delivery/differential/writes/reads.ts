import { operationQuestion } from '../graphql/questions';
import type { Documents } from '../graphql/document';
import type { Question } from '../questions/question';
import { Slot } from '../questions/values';
import { documentQuestion, listQuestion } from '../rest/questions';
import type { Query } from '../rest/query';

const NEWEST: Query = { sort: [{ path: ['date'], order: 'desc' }], populate: '*' };
const BY_NAME: Query = { sort: [{ path: ['name'], order: 'asc' }], populate: '*' };

const tags: Documents = {
  name: 'tags',
  alias: null,
  type: 'tag',
  shape: 'list',
  args: {},
  fields: ['documentId', 'name', 'slug'],
  relations: [],
  fragment: 'none',
  anonymous: false,
};
const categories: Documents = { ...tags, name: 'categories', type: 'category' };
const posts: Documents = {
  ...tags,
  name: 'posts_connection',
  type: 'post',
  shape: 'connection',
  args: { sort: [{ path: ['date'], order: 'desc' }] },
  fields: ['documentId', 'title', 'path', 'date'],
  relations: [categories, tags],
};

/** What is read after each write: the pages that it may be on. */
export const READS: readonly Question[] = [
  listQuestion('post', NEWEST),
  listQuestion('post', { ...NEWEST, fields: ['title'], pagination: { page: '5', pageSize: '50' } }),
  listQuestion('post', { pagination: { pageSize: '1' } }, 'account'),
  listQuestion('post', { ...NEWEST, status: 'draft' }, 'reader'),
  listQuestion('post', {
    ...NEWEST,
    filters: { categories: { slug: { eq: new Slot('categorySlug', 1) } } },
  }),
  listQuestion('post', { ...NEWEST, filters: { tags: { slug: { eq: new Slot('tagSlug', 14) } } } }),
  listQuestion('post', {
    filters: { title: { contains: 'twin' } },
    sort: [{ path: ['title'], order: 'asc' }],
  }),
  listQuestion('category', BY_NAME),
  listQuestion('tag', { ...BY_NAME, pagination: { start: '0', limit: '100' } }),
  operationQuestion([posts]),
  operationQuestion([
    { ...categories, relations: [{ ...categories, name: 'parent', shape: 'one' }] },
  ]),
];

/** What is read of the post that was written. */
export const readsOf = (post: string): readonly Question[] => [
  documentQuestion('post', post, { populate: '*' }),
  documentQuestion('post', post, { fields: ['title', 'path'], status: 'draft' }, 'reader'),
  listQuestion(
    'post',
    { filters: { documentId: { in: [post] } }, populate: ['tags'] },
    'fullToken'
  ),
  operationQuestion([{ ...posts, name: 'post', shape: 'one', args: { documentId: post } }]),
];
