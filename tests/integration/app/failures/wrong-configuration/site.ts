export const ARTICLE = 'api::article.article';
export const SECTION = 'api::section.section';
export const TOPIC = 'api::topic.topic';
export const MASTHEAD = 'api::masthead.masthead';

const type = (singularName: string, attributes: object, kind = 'collectionType') => ({
  kind,
  collectionName: `${singularName}s`,
  info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
  options: { draftAndPublish: kind === 'collectionType' },
  attributes,
});

const relation = (kind: string, target: string, more: object = {}) => ({
  type: 'relation',
  relation: kind,
  target,
  ...more,
});

/** Somebody else's types, with names of their own. */
export const TYPES = [
  type('article', {
    headline: { type: 'string' },
    handle: { type: 'string' },
    standfirst: { type: 'text' },
    text: { type: 'richtext' },
    written: { type: 'datetime' },
    words: { type: 'integer' },
    reference: { type: 'string' },
    address: { type: 'string' },
    rest: { type: 'json' },
    sections: relation('manyToMany', SECTION),
    topics: relation('manyToMany', TOPIC),
    lead: relation('manyToOne', SECTION),
  }),
  type('section', {
    label: { type: 'string' },
    handle: { type: 'string' },
    above: relation('manyToOne', SECTION, { inversedBy: 'below' }),
    below: relation('oneToMany', SECTION, { mappedBy: 'above' }),
  }),
  type('topic', { name: { type: 'string' }, notes: { type: 'richtext' } }),
  type('masthead', { motto: { type: 'string' } }, 'singleType'),
];

/** Configurations that this application boots with. */
export const RIGHT = {
  'front-matter': {
    contentType: ARTICLE,
    attributes: {
      title: 'headline',
      slug: 'handle',
      date: 'written',
      body: 'text',
      frontMatter: 'rest',
    },
    categories: { attribute: 'sections', name: 'label', slug: 'handle', parent: 'above' },
    tags: { attribute: 'topics' },
  },
  permalinks: {
    contentTypes: {
      [ARTICLE]: { slug: 'handle', title: 'headline', date: 'written', categories: 'sections' },
      [SECTION]: { slug: 'handle', title: 'label', pattern: '/section/:slug' },
    },
  },
  'source-links': {
    contentTypes: {
      [ARTICLE]: { code: 'reference', url: 'address', key: false, name: false, body: 'text' },
    },
  },
  delivery: { contentTypes: { [ARTICLE]: { order: 'written', listedBy: ['sections', 'topics'] } } },
  newsroom: {
    contentTypes: { [ARTICLE]: { fold: ['rest'], labels: { en: { rest: 'Rest' } } } },
    terms: {
      [SECTION]: { name: 'label', parent: 'above', posts: { [ARTICLE]: 'sections' } },
      [TOPIC]: { posts: { [ARTICLE]: 'topics' } },
    },
  },
} as const;

export type PluginName = keyof typeof RIGHT;
