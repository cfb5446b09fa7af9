import type { Post } from '../../../../../src/plugins/front-matter/server/src/core/post';
import type { Trailer } from '../../../../../src/plugins/front-matter/server/src/core/fit/map-post';
import type { Layout } from '../../../../../src/plugins/front-matter/server/src/core/fit/layout';

/** A post as a generator understands it, with what a test does not care about filled in. */
export const postOf = (parts: Partial<Post> = {}): Post => ({
  title: '开工第一天',
  slug: 'NW202203030000000302',
  date: '2022-03-03T08:35:15.000+08:00',
  categories: ['rizhichenbao'],
  categoryPaths: [],
  tags: ['日知晨报新闻'],
  draft: false,
  published: true,
  hiddenUntilDate: false,
  url: '/rizhichenbao/2022/03/03/NW202203030000000302.html',
  redirectFrom: [],
  redirectTo: null,
  excerpt: null,
  content: '<p>正文</p>',
  asGenerated: {
    title: '开工第一天',
    slug: 'NW202203030000000302',
    categories: ['rizhichenbao'],
    tags: ['日知晨报新闻'],
  },
  translation: {
    language: null,
    shared: null,
    path: '_posts/2022-03-03-NW202203030000000302.md',
  },
  frontMatter: { layout: 'post', title: '开工第一天', categories: 'rizhichenbao' },
  ...parts,
});

export const trailerOf = (parts: Partial<Trailer> = {}): Trailer => ({
  body: '<p>正文</p>',
  trailer: '',
  url: null,
  code: null,
  name: null,
  key: null,
  ...parts,
});

const text = { kind: 'text', maxLength: null, values: null } as const;
const short = { kind: 'text', maxLength: 255, values: null } as const;
const datetime = { kind: 'datetime', maxLength: null, values: null } as const;
const json = { kind: 'json', maxLength: null, values: null } as const;

/** An `article` type whose attributes have names of their own. */
export const LAYOUT: Layout = {
  fields: new Map([
    ['title', { name: 'headline', shape: text }],
    ['slug', { name: 'slug', shape: short }],
    ['date', { name: 'day', shape: datetime }],
    ['body', { name: 'content', shape: text }],
    ['excerpt', { name: 'teaser', shape: text }],
    ['sourceUrl', { name: 'link', shape: text }],
    ['frontMatter', { name: 'rest', shape: json }],
  ]),
  keys: new Map([['subtitle', { name: 'kicker', shape: short }]]),
  terms: [
    {
      kind: 'categories',
      attribute: 'sections',
      name: { name: 'name', shape: short },
      key: null,
      isOne: false,
    },
  ],
  draftAndPublish: true,
};

export const MAPPING = {
  parts: new Set(['title', 'slug', 'date', 'body', 'excerpt', 'frontMatter', 'categories']),
  keys: new Set(['subtitle']),
  relations: new Map(),
};

const writer = { kind: 'api::writer.writer.name', name: { name: 'name', shape: short } };

/** The same with relations that keys of the front matter become: `author` to one, `editors` to many. */
export const RELATED_LAYOUT: Layout = {
  ...LAYOUT,
  terms: [
    ...LAYOUT.terms,
    { ...writer, attribute: 'writer', key: 'author', isOne: true },
    { ...writer, attribute: 'helpers', key: 'editors', isOne: false },
  ],
};
