import * as made from '../site/made-posts';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is measured under one name: one request, or several that are sent in turns. */
export interface ReadRequest {
  readonly name: string;
  readonly requests: readonly Sent[];
  /** What a right answer has. */
  readonly status: number;
}

/** Rows of a page. */
export const PAGE_SIZE = 25;

/** Slugs that are asked for in turns, so that no answer can be kept for the next. */
const SLUGS = 1000;

export const get = (path: string): Sent => ({ method: 'GET', path });

export const LIST = '/api/posts?sort=date:desc&populate=*';

const LEAN_LIST = [
  '/api/posts?sort=date:desc',
  ...['title', 'slug', 'date', 'excerpt'].map((field, index) => `fields[${index}]=${field}`),
  ...['categories', 'tags'].flatMap((relation) =>
    ['name', 'slug'].map((field, index) => `populate[${relation}][fields][${index}]=${field}`)
  ),
].join('&');

const bySlug = (slug: string): string => `/api/posts?filters[slug][$eq]=${slug}&populate=*`;

export const ofCategory = (index: number): string =>
  `/api/posts?filters[categories][slug][$eq]=${made.categorySlug(index)}&sort=date:desc&populate=*`;

export const ofTag = (index: number): string =>
  `/api/posts?filters[tags][slug][$eq]=${made.tagSlug(index)}&sort=date:desc&populate=*`;

/** A post's page by its slug, of posts all over the years. */
export const slugRequests = (posts: number): Sent[] =>
  Array.from({ length: SLUGS }, (_, turn) =>
    get(bySlug(made.slugOf(Math.floor((turn * posts) / SLUGS), posts)))
  );

/** 3,900 of 100,000 posts: nearly the last. */
export const deepPage = (posts: number): number => Math.floor((posts * 0.975) / PAGE_SIZE);

export const searchFor = (words: string): string =>
  `/api/posts?_q=${encodeURIComponent(words)}&sort=date:desc&populate=*`;

const GRAPHQL: Sent = {
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: `{ posts(sort: "date:desc", pagination: { limit: ${PAGE_SIZE} }) {
      documentId title slug date excerpt body
      categories { documentId name slug } tags { documentId name slug }
    } }`,
  }),
};

const answered = (name: string, requests: readonly Sent[], status = 200): ReadRequest => ({
  name,
  requests,
  status,
});

/** Everything that is measured, but for what only some of the servers can be asked. */
export const readRequests = (posts: number): ReadRequest[] => [
  answered('list', [get(LIST)]),
  answered('leanList', [get(LEAN_LIST)]),
  answered('slug', slugRequests(posts)),
  answered('category', [get(ofCategory(made.LARGEST))]),
  answered('smallCategory', [get(ofCategory(made.SMALLEST))]),
  answered('deepPage', [get(`${LIST}&pagination[page]=${deepPage(posts)}`)]),
  answered('graphql', [GRAPHQL]),
  answered('search', [get(searchFor(made.RARE_WORD))]),
  answered('emptyRoute', [get('/_health')], 204),
];
