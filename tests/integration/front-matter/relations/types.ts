export const STORY = 'api::story.story';
export const MEMO = 'api::memo.memo';
export const LEAFLET = 'api::leaflet.leaflet';
export const WRITER = 'api::writer.writer';
export const PERSON = 'api::person.person';
export const SECTION = 'api::section.section';
export const PLACE = 'api::place.place';
export const BADGE = 'api::badge.badge';

const relation = (kind: string, target: string, more: object = {}) => ({
  type: 'relation',
  relation: kind,
  target,
  ...more,
});

const type = (
  singularName: string,
  draftAndPublish: boolean,
  attributes: object,
  localized = false
) => ({
  kind: 'collectionType',
  collectionName: `${singularName}s`,
  info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
  options: { draftAndPublish },
  pluginOptions: { i18n: { localized } },
  attributes,
});

const common = {
  headline: { type: 'string' },
  slug: { type: 'string' },
  text: { type: 'richtext' },
  when: { type: 'datetime' },
  rest: { type: 'json' },
};

/** Types of posts with and without drafts, and what they are related to: with and without drafts, in one way and both. */
export const TYPES = [
  type('story', true, {
    ...common,
    writer: relation('manyToOne', WRITER, { inversedBy: 'stories' }),
    helpers: relation('manyToMany', WRITER, { inversedBy: 'helped' }),
    people: relation('oneToMany', PERSON),
    sections: relation('manyToMany', SECTION),
    mainSection: relation('manyToOne', SECTION),
    badge: relation('oneToOne', BADGE),
    seal: relation('oneToOne', WRITER, { inversedBy: 'sealed' }),
    subject: relation('morphToOne', WRITER),
    owner: relation('manyToOne', 'plugin::users-permissions.user'),
    column: relation('manyToOne', PERSON, { useJoinTable: false }),
    gifts: relation('manyToMany', PERSON, { mappedBy: 'givenTo' }),
  }),
  type('memo', false, {
    ...common,
    writer: relation('oneToOne', WRITER),
    helpers: relation('manyToMany', WRITER),
    people: relation('manyToMany', PERSON, { inversedBy: 'memos' }),
  }),
  type(
    'leaflet',
    true,
    {
      ...Object.fromEntries(
        Object.entries(common).map(([name, attribute]) => [
          name,
          { ...attribute, pluginOptions: { i18n: { localized: true } } },
        ])
      ),
      person: relation('manyToOne', PERSON),
      places: relation('manyToMany', PLACE),
    },
    true
  ),
  type('writer', true, {
    name: { type: 'string' },
    email: { type: 'email' },
    slug: { type: 'string' },
    stories: relation('oneToMany', STORY, { mappedBy: 'writer' }),
    helped: relation('manyToMany', STORY, { mappedBy: 'helpers' }),
    sealed: relation('oneToOne', STORY, { mappedBy: 'seal' }),
  }),
  type('person', false, {
    name: { type: 'string' },
    age: { type: 'integer' },
    handle: { type: 'uid', targetField: 'name' },
    memos: relation('manyToMany', MEMO, { mappedBy: 'people' }),
    givenTo: relation('manyToMany', STORY, { inversedBy: 'gifts' }),
  }),
  type('section', false, { name: { type: 'string' }, slug: { type: 'string' } }),
  type(
    'place',
    true,
    { name: { type: 'string', pluginOptions: { i18n: { localized: true } } } },
    true
  ),
  type('badge', false, {
    name: { type: 'string' },
    colour: { type: 'string', required: true },
    size: { type: 'integer', required: true, default: 1 },
  }),
];

/** The configuration of an application whose posts are of one of these types. */
export const config = (contentType: string, more: object = {}) => ({
  'front-matter': {
    config: {
      contentType,
      attributes: { title: 'headline', body: 'text', date: 'when', frontMatter: 'rest' },
      categories: contentType === STORY ? { attribute: 'sections' } : false,
      tags: false,
      ...more,
    },
  },
  permalinks: {
    config: {
      contentTypes: {
        [STORY]: { title: 'headline', pattern: '/stories/:slug' },
        [WRITER]: { title: 'name', pattern: null },
      },
    },
  },
});
