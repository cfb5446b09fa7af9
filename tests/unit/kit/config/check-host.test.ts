import { checkHost, MOMENT, pluginPlace, SHORT_TEXT, SORTABLE } from 'strapi-plugin-kit/config';

const app = {
  contentTypes: {
    'api::article.article': {
      uid: 'api::article.article',
      kind: 'collectionType',
      attributes: {
        headline: { type: 'string' },
        slug: { type: 'uid' },
        written: { type: 'datetime' },
        text: { type: 'richtext' },
        topics: { type: 'relation', relation: 'manyToMany', target: 'api::topic.topic' },
        anything: { type: 'relation', relation: 'morphToMany' },
      },
    },
    'api::topic.topic': { uid: 'api::topic.topic', attributes: { name: { type: 'string' } } },
    'admin::user': { uid: 'admin::user', attributes: {} },
  },
};

const ARTICLE = 'api::article.article';

const check = (look: (host: ReturnType<typeof checkHost>) => void): string => {
  const host = checkHost(app, pluginPlace('example'));
  look(host);
  try {
    host.end();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('What a configuration names of an application', () => {
  it('is let pass where it is there and serves', () => {
    const message = check((host) => {
      host.type(['types', ARTICLE], ARTICLE);
      host.attribute(['title'], ARTICLE, 'headline', SHORT_TEXT);
      host.attribute(['date'], ARTICLE, 'written', MOMENT);
      host.attribute(['order'], ARTICLE, 'written', SORTABLE);
      expect(host.relation(['topics'], ARTICLE, 'topics')?.uid).toBe('api::topic.topic');
      host.apart([
        [['title'], 'headline'],
        [['slug'], 'slug'],
      ]);
      expect(host.has(ARTICLE, 'constructor')).toBe(false);
    });
    expect(message).toBe('');
  });

  it.each([
    [
      'a type that is not there, with the nearest of the application’s own',
      (host: ReturnType<typeof checkHost>) =>
        host.type(['types', 'api::artcle.artcle'], 'api::artcle.artcle'),
      '"example".config.types["api::artcle.artcle"] is no content type of this application. Did you mean "api::article.article"? Known are api::article.article, api::topic.topic.',
    ],
    [
      'an attribute that is not there, with the nearest that serves',
      (host: ReturnType<typeof checkHost>) =>
        host.attribute(['title'], ARTICLE, 'headlien', SHORT_TEXT),
      '"example".config.title is "headlien": api::article.article has no attribute of that name. Did you mean "headline"? It may be one of headline, slug.',
    ],
    [
      'an attribute of another kind, with those that serve',
      (host: ReturnType<typeof checkHost>) => host.attribute(['date'], ARTICLE, 'topics', MOMENT),
      '"example".config.date is "topics": api::article.article.topics is of type relation (manyToMany to api::topic.topic), and it has to be a date. It may be one of written.',
    ],
    [
      'a name that every object has',
      (host: ReturnType<typeof checkHost>) =>
        host.attribute(['date'], ARTICLE, 'constructor', MOMENT),
      '"example".config.date is "constructor": api::article.article has no attribute of that name. It may be one of written.',
    ],
    [
      'a text for a relation',
      (host: ReturnType<typeof checkHost>) => host.relation(['categories'], ARTICLE, 'text'),
      '"example".config.categories is "text": api::article.article.text is of type richtext, and it has to be a relation to a content type. It may be one of topics.',
    ],
    [
      'a relation that may lead anywhere',
      (host: ReturnType<typeof checkHost>) => host.relation(['categories'], ARTICLE, 'anything'),
      '"example".config.categories is "anything": api::article.article.anything is of type relation (morphToMany), and it has to be a relation to a content type. It may be one of topics.',
    ],
    [
      'a type of one document, where a type of many is meant',
      (host: ReturnType<typeof checkHost>) =>
        host.collectionType(['type'], 'api::topic.topic', 'value'),
      '"example".config.type is "api::topic.topic": this application has no collection type of that name. It may be one of api::article.article.',
    ],
    [
      'the same as a key',
      (host: ReturnType<typeof checkHost>) =>
        host.collectionType(['types', 'api::topic.topic'], 'api::topic.topic', 'key'),
      '"example".config.types["api::topic.topic"] is no collection type of this application. Known is api::article.article.',
    ],
    [
      'a relation that does not lead where it has to',
      (host: ReturnType<typeof checkHost>) =>
        host.relation(['parent'], ARTICLE, 'topics', {
          what: `a relation to ${ARTICLE}`,
          serves: ({ target }) => target === ARTICLE,
        }),
      '"example".config.parent is "topics": api::article.article.topics is of type relation (manyToMany to api::topic.topic), and it has to be a relation to api::article.article.',
    ],
    [
      'a key that is no attribute',
      (host: ReturnType<typeof checkHost>) => host.attributeKey(['labels', 'headlien'], ARTICLE),
      '"example".config.labels.headlien is no attribute of api::article.article. Did you mean "headline"? Known are headline, slug, written, text, topics, anything.',
    ],
    [
      'an attribute that is reserved, which is not offered either',
      (host: ReturnType<typeof checkHost>) =>
        host.attribute(['title'], ARTICLE, 'slug', { ...SHORT_TEXT, reserved: new Set(['slug']) }),
      '"example".config.title is "slug": Strapi keeps api::article.article.slug for itself. It may be one of headline.',
    ],
    [
      'one attribute under two keys',
      (host: ReturnType<typeof checkHost>) =>
        host.apart([
          [['title'], 'headline'],
          [['date'], 'headline'],
        ]),
      '"example".config.date is "headline": "title" names that attribute already. Name another one.',
    ],
    [
      'one attribute under keys that are apart',
      (host: ReturnType<typeof checkHost>) =>
        host.apart([
          [['one', 'title'], 'headline'],
          [['other', 'title'], 'headline'],
        ]),
      '"example".config.other.title is "headline": one.title names that attribute already. Name another one.',
    ],
  ])('is refused for %s', (_, look, sentence) => {
    expect(check(look)).toBe(`config/plugins: ${sentence}`);
  });

  it('is told of all that is wrong together', () => {
    const message = check((host) => {
      host.attribute(['title'], ARTICLE, 'a', SHORT_TEXT);
      host.attribute(['slug'], ARTICLE, 'b', SHORT_TEXT);
    });
    expect(message.split('\n')).toHaveLength(2);
  });
});
