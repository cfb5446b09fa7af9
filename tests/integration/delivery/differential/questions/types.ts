import type { Pool } from './values';

export type TypeName = 'post' | 'category' | 'tag';

/** What can be asked of a content type. */
export interface TypeFacts {
  readonly plural: string;
  readonly graphql: string;
  /** Attributes that are texts, and where values to compare them with are from. */
  readonly texts: Readonly<Record<string, Pool>>;
  readonly moments: readonly string[];
  /** Attributes whose values nothing is compared with. */
  readonly others: readonly string[];
  /** Attributes that answers have, and tables have not. */
  readonly computed: readonly string[];
  readonly relations: Readonly<Record<string, TypeName>>;
  /** The pool of its document ids. */
  readonly documents: Pool;
}

const OWN_MOMENTS = ['createdAt', 'updatedAt', 'publishedAt'];

export const TYPES: Readonly<Record<TypeName, TypeFacts>> = {
  post: {
    plural: 'posts',
    graphql: 'Post',
    texts: {
      title: 'title',
      slug: 'slug',
      excerpt: 'text',
      body: 'part',
      sourceCode: 'code',
      sourceKey: 'code',
      sourceUrl: 'url',
      sourceName: 'text',
    },
    moments: ['date', ...OWN_MOMENTS],
    others: ['frontMatter'],
    computed: ['path', 'sourceLink'],
    relations: { categories: 'category', tags: 'tag' },
    documents: 'post',
  },
  category: {
    plural: 'categories',
    graphql: 'Category',
    texts: { name: 'name', slug: 'categorySlug', description: 'text' },
    moments: OWN_MOMENTS,
    others: [],
    computed: ['path'],
    relations: { parent: 'category' },
    documents: 'category',
  },
  tag: {
    plural: 'tags',
    graphql: 'Tag',
    texts: { name: 'name', slug: 'tagSlug', description: 'text' },
    moments: OWN_MOMENTS,
    others: [],
    computed: ['path'],
    relations: {},
    documents: 'tag',
  },
};

/** The names of a type's columns. */
export const columnsOf = (type: TypeName): string[] => {
  const { texts, moments, others } = TYPES[type];
  return [...Object.keys(texts), ...moments, ...others];
};
