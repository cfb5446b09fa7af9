import { ARTICLE, MASTHEAD, type PluginName, RIGHT, SECTION, TOPIC } from './site';

/** What a plugin's configuration says in place of the right one, and what is said of that, from the key on. */
type Wrong = readonly [config: object, ...said: readonly string[]];

const posts = (attributes: object) => ({
  attributes: { ...RIGHT['front-matter'].attributes, ...attributes },
});
const categories = (more: object) => ({
  categories: { ...RIGHT['front-matter'].categories, ...more },
});
const addresses = (more: object) => ({
  contentTypes: {
    ...RIGHT.permalinks.contentTypes,
    [ARTICLE]: { ...RIGHT.permalinks.contentTypes[ARTICLE], ...more },
  },
});
const sources = (more: object) => ({
  contentTypes: { [ARTICLE]: { ...RIGHT['source-links'].contentTypes[ARTICLE], ...more } },
});
const lists = (more: object) => ({
  contentTypes: { [ARTICLE]: { ...RIGHT.delivery.contentTypes[ARTICLE], ...more } },
});
const forms = (more: object) => ({ contentTypes: { [ARTICLE]: more } });
const terms = (uid: string, more: object) => ({ terms: { [uid]: more } });

export const WRONG: Readonly<Record<PluginName, readonly Wrong[]>> = {
  'front-matter': [
    [
      posts({ body: 'written' }),
      '.attributes.body is "written": api::article.article.written is of type datetime, and it has to be a text of any length. It may be one of standfirst, text.',
      '.attributes.body is "written": "date" names that attribute already. Name another one.',
    ],
    [
      { contentType: 'api::artcle.artcle' },
      '.contentType is "api::artcle.artcle": this application has no collection type of that name. Did you mean "api::article.article"? It may be one of api::article.article, api::section.section, api::topic.topic.',
    ],
    [
      { contentType: MASTHEAD },
      '.contentType is "api::masthead.masthead": this application has no collection type of that name. It may be one of api::article.article, api::section.section, api::topic.topic.',
    ],
    [
      { contenttype: ARTICLE },
      '.contenttype is not known here. Did you mean "contentType"? Known are contentType, attributes, categories, tags, keys, archives, events.',
    ],
    [
      { attributes: { title: 'headline' } },
      '.attributes.body is "body": api::article.article has no attribute of that name. It may be one of standfirst, text.',
    ],
    [
      posts({ body: false }),
      '.attributes.body is false: it has to be the attribute of api::article.article that takes the text of a post.',
    ],
    [
      posts({ body: 'headline' }),
      '.attributes.body is "headline": api::article.article.headline is of type string, and it has to be a text of any length. It may be one of standfirst, text.',
      '.attributes.body is "headline": "title" names that attribute already. Name another one.',
    ],
    [
      posts({ title: 'headlien' }),
      '.attributes.title is "headlien": api::article.article has no attribute of that name. Did you mean "headline"? It may be one of headline, handle, standfirst, text, reference, address.',
    ],
    [
      posts({ title: 'headline', date: 'headline' }),
      '.attributes.date is "headline": api::article.article.headline is of type string, and it has to be a date. It may be one of written.',
      '.attributes.date is "headline": "title" names that attribute already. Name another one.',
    ],
    [
      posts({ title: 'standfirst', excerpt: 'standfirst' }),
      '.attributes.excerpt is "standfirst": "title" names that attribute already. Name another one.',
    ],
    [
      posts({ date: 'publishedAt' }),
      '.attributes.date is "publishedAt": Strapi keeps api::article.article.publishedAt for itself. It may be one of written.',
    ],
    [
      posts({ slug: 'text' }),
      '.attributes.slug is "text": api::article.article.text is of type richtext, and it has to be a text of one line. It may be one of headline, handle, standfirst, reference, address.',
      '.attributes.body is "text": "slug" names that attribute already. Name another one.',
    ],
    [
      posts({ frontMatter: 'standfirst' }),
      '.attributes.frontMatter is "standfirst": api::article.article.standfirst is of type text, and it has to be JSON. It may be one of rest.',
    ],
    [
      posts({ headline: 'title' }),
      '.attributes.headline is not known here. Known are title, slug, date, body, excerpt, sourceCode, sourceKey, sourceUrl, sourceName, frontMatter.',
    ],
    [
      categories({ attribute: 'section' }),
      '.categories.attribute is "section": api::article.article has no attribute of that name. Did you mean "sections"? It may be one of sections, topics.',
    ],
    [
      categories({ attribute: 'lead' }),
      '.categories.attribute is "lead": api::article.article.lead is of type relation (manyToOne to api::section.section), and it has to be a many-to-many relation. It may be one of sections, topics.',
    ],
    [
      categories({ name: 'handel' }),
      '.categories.name is "handel": api::section.section has no attribute of that name. Did you mean "handle"? It may be one of label, handle.',
    ],
    [
      categories({ slug: 'slugg' }),
      '.categories.slug is "slugg": api::section.section has no attribute of that name. It may be one of label, handle.',
    ],
    [
      categories({ parent: 'below' }),
      '.categories.parent is "below": api::section.section.below is of type relation (oneToMany to api::section.section), and it has to be a many-to-one relation of api::section.section to itself. It may be one of above.',
    ],
    [
      categories({ parent: undefined, nested: true }),
      '.categories.nested is true: api::section.section has no many-to-one relation to itself to keep nested categories in ("categories.parent" names it).',
    ],
    [
      { tags: { attribute: 'sections', name: 'label' } },
      '.tags.attribute is "sections": categories.attribute names that attribute already. Name another one.',
    ],
    [
      { tags: { attribute: 'topics', name: 'notes' } },
      '.tags.name is "notes": api::topic.topic.notes is of type richtext, and it has to be a text of one line. It may be one of name.',
    ],
    [
      { keys: { subtitle: 'standfrist' } },
      '.keys.subtitle is "standfrist": api::article.article has no attribute of that name. Did you mean "standfirst"? It may be one of headline, handle, standfirst, text, written, words, reference, address, rest.',
    ],
    [
      { keys: { subtitle: 'standfirst', kicker: 'standfirst' } },
      '.keys.kicker is "standfirst": "subtitle" names that attribute already. Name another one.',
    ],
    [
      { keys: { date: 'headline' } },
      '.keys.date is "headline": the title of posts goes there already, and one of the two would be lost. Name another one.',
    ],
    [
      { keys: { story: 'text' } },
      '.keys.story is "text": the body of posts goes there already, and one of the two would be lost. Name another one.',
    ],
    [
      { keys: { updated: 'updatedAt' } },
      '.keys.updated is "updatedAt": Strapi keeps api::article.article.updatedAt for itself. It may be one of headline, handle, standfirst, text, written, words, reference, address, rest.',
    ],
  ],
  permalinks: [
    [
      addresses({ slug: 'handel' }),
      '.contentTypes["api::article.article"].slug is "handel": api::article.article has no attribute of that name. Did you mean "handle"? It may be one of headline, handle, standfirst, reference, address.',
    ],
    [
      { contentTypes: { 'api::artcle.artcle': {} } },
      '.contentTypes["api::artcle.artcle"] is no content type of this application. Did you mean "api::article.article"? Known are api::article.article, api::masthead.masthead, api::section.section, api::topic.topic.',
    ],
    [
      addresses({ title: 'words' }),
      '.contentTypes["api::article.article"].title is "words": api::article.article.words is of type integer, and it has to be a text. It may be one of headline, handle, standfirst, text, reference, address.',
    ],
    [
      addresses({ title: 'handle' }),
      '.contentTypes["api::article.article"].title is "handle": "slug" names that attribute already. Name another one.',
    ],
    [
      addresses({ date: 'headline' }),
      '.contentTypes["api::article.article"].date is "headline": api::article.article.headline is of type string, and it has to be a date. It may be one of written, createdAt, updatedAt, publishedAt.',
      '.contentTypes["api::article.article"].date is "headline": "title" names that attribute already. Name another one.',
    ],
    [
      addresses({ categories: 'text' }),
      '.contentTypes["api::article.article"].categories is "text": api::article.article.text is of type richtext, and it has to be a relation to a content type. It may be one of sections, topics, lead.',
    ],
    [
      addresses({ categories: 'topics' }),
      '.contentTypes["api::article.article"].categories is "topics": it leads to api::topic.topic, which has no attribute "slug" for the paths.',
    ],
    [
      addresses({ mode: 'latin' }),
      '.contentTypes["api::article.article"].mode is "latin": it has to be one of pinyin, unicode, ascii.',
    ],
    [
      addresses({ pattern: '/:yaer/:slug' }),
      '.contentTypes["api::article.article"].pattern is "/:yaer/:slug": it has ":yaer", where a word is not known.',
    ],
  ],
  'source-links': [
    [
      sources({ url: 'adress' }),
      '.contentTypes["api::article.article"].url is "adress": api::article.article has no attribute of that name. Did you mean "address"? It may be one of headline, handle, standfirst, reference, address.',
    ],
    [
      { contentTypes: { [SECTION]: {} } },
      '.contentTypes["api::section.section"].code is "sourceCode": api::section.section has no attribute of that name. It may be one of label, handle.',
      '.contentTypes["api::section.section"].url is "sourceUrl": api::section.section has no attribute of that name. It may be one of label, handle.',
      '.contentTypes["api::section.section"].key is "sourceKey": api::section.section has no attribute of that name. It may be one of label, handle.',
      '.contentTypes["api::section.section"].name is "sourceName": api::section.section has no attribute of that name. It may be one of label, handle.',
      '.contentTypes["api::section.section"].body is "body": api::section.section has no attribute of that name. It may be one of label, handle.',
    ],
    [
      sources({ key: 'words' }),
      '.contentTypes["api::article.article"].key is "words": api::article.article.words is of type integer, and it has to be a text of one line. It may be one of headline, handle, standfirst, reference, address.',
    ],
    [
      sources({ url: 'reference' }),
      '.contentTypes["api::article.article"].url is "reference": "code" names that attribute already. Name another one.',
    ],
    [
      sources({ link: 'headline' }),
      '.contentTypes["api::article.article"].link is "headline": that is something else already. Give the link another name.',
    ],
    [
      { ...sources({}), providers: [{ name: 'wire', hosts: [] }] },
      '.providers[0].hosts is []: it has to be a list of at least one.',
    ],
    [
      { ...sources({}), canonicalHosts: { wire: 'wire.example' } },
      '.canonicalHosts.wire is "wire.example": there is no provider of that name: none is known.',
    ],
  ],
  delivery: [
    [
      lists({ order: 'text' }),
      '.contentTypes["api::article.article"].order is "text": api::article.article.text is of type richtext, and it has to be a value that lists are sorted by. It may be one of headline, handle, written, words, reference, address, createdAt, updatedAt, publishedAt.',
    ],
    [
      lists({ order: 'writen' }),
      '.contentTypes["api::article.article"].order is "writen": api::article.article has no attribute of that name. Did you mean "written"? It may be one of headline, handle, written, words, reference, address, createdAt, updatedAt, publishedAt.',
    ],
    [
      lists({ listedBy: ['sections', 'topcis'] }),
      '.contentTypes["api::article.article"].listedBy[1] is "topcis": api::article.article has no attribute of that name. Did you mean "topics"? It may be one of sections, topics, lead.',
    ],
    [
      lists({ listedBy: ['topics', 'topics'] }),
      '.contentTypes["api::article.article"].listedBy[1] is "topics": contentTypes["api::article.article"].listedBy[0] names that attribute already. Name another one.',
    ],
    [
      lists({ zone: 'Asia/Shangai' }),
      '.contentTypes["api::article.article"].zone is "Asia/Shangai": it has to be the name of a time zone, as "Asia/Shanghai".',
    ],
    [
      { contentTypes: { 'api::articles.articles': {} } },
      '.contentTypes["api::articles.articles"] is no content type of this application. Did you mean "api::article.article"? Known are api::article.article, api::masthead.masthead, api::section.section, api::topic.topic.',
    ],
    [
      { ...lists({}), cashe: {} },
      '.cashe is not known here. Did you mean "cache"? Known are enabled, keep, changes, changesKept, streams, cache, contentTypes.',
    ],
  ],
  newsroom: [
    [
      forms({ fold: ['rset'] }),
      '.contentTypes["api::article.article"].fold[0] is "rset": api::article.article has no attribute of that name. Did you mean "rest"? It may be one of headline, handle, standfirst, text, written, words, reference, address, rest, sections, topics, lead, createdAt, updatedAt, publishedAt.',
    ],
    [
      { contentTypes: { [MASTHEAD]: {} } },
      '.contentTypes["api::masthead.masthead"] is no collection type of this application. Known are api::article.article, api::section.section, api::topic.topic.',
    ],
    [
      forms({ labels: { en: { standfrist: 'Standfirst' } } }),
      '.contentTypes["api::article.article"].labels.en.standfrist is no attribute of api::article.article. Did you mean "standfirst"? Known are headline, handle, standfirst, text, written, words, reference, address, rest, sections, topics, lead, createdAt, updatedAt, publishedAt.',
    ],
    [
      forms({ labels: { de: { rest: 'Rest' } } }),
      '.contentTypes["api::article.article"].labels.de is not known here. Known are en, zh-Hans.',
    ],
    [
      terms('api::topics.topics', {}),
      '.terms["api::topics.topics"] is no collection type of this application. Did you mean "api::topic.topic"? Known are api::article.article, api::section.section, api::topic.topic.',
    ],
    [
      terms(SECTION, {}),
      '.terms["api::section.section"].name is "name": api::section.section has no attribute of that name. It may be one of label, handle.',
    ],
    [
      terms(SECTION, { name: 'label', parent: 'below' }),
      '.terms["api::section.section"].parent is "below": api::section.section.below is of type relation (oneToMany to api::section.section), and it has to be a relation of api::section.section to one of itself. It may be one of above.',
    ],
    [
      terms(TOPIC, { posts: { [ARTICLE]: 'sections' } }),
      '.terms["api::topic.topic"].posts["api::article.article"] is "sections": api::article.article.sections is of type relation (manyToMany to api::section.section), and it has to be a relation of api::article.article to api::topic.topic with a table of its own. It may be one of topics.',
    ],
    [
      terms(TOPIC, { posts: { 'api::artcle.artcle': 'topics' } }),
      '.terms["api::topic.topic"].posts["api::artcle.artcle"] is no collection type of this application. Did you mean "api::article.article"? Known are api::article.article, api::section.section, api::topic.topic.',
    ],
    [
      { preview: { url: '/preview/{documentid}' } },
      '.preview.url is "/preview/{documentid}": has the placeholder "{documentid}"; known are {path}, {documentId}, {contentType}, {locale}, {status}.',
    ],
  ],
};
