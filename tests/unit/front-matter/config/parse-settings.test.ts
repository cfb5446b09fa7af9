import { parseSettings } from '../../../../src/plugins/front-matter/server/src/config/parse-settings';

const CATEGORIES = {
  attribute: 'categories',
  name: 'name',
  slug: 'slug',
  paths: [],
  nested: false,
  parent: 'parent',
};
const TAGS = { ...CATEGORIES, attribute: 'tags', parent: null };

describe('the configuration', () => {
  it('has its defaults filled in', () => {
    const defaults = {
      contentType: 'api::post.post',
      attributes: {},
      categories: CATEGORIES,
      tags: TAGS,
      keys: {},
    };
    expect(parseSettings(undefined)).toEqual(defaults);
    expect(parseSettings({})).toEqual(defaults);
    expect(parseSettings({ contentType: null, categories: {}, tags: {} })).toEqual(defaults);
  });

  it('has its keys in one order, by which unchanged files are known', () => {
    const keys = ['contentType', 'attributes', 'categories', 'tags', 'keys'];
    const settings = parseSettings({ keys: {}, tags: { slug: 'x' }, categories: { nested: true } });
    expect(Object.keys(settings)).toEqual(keys);
    expect(Object.keys(settings.categories)).toEqual(Object.keys(CATEGORIES));
    expect(Object.keys(settings.tags)).toEqual(Object.keys(CATEGORIES));
  });

  it('takes every setting', () => {
    const config = {
      contentType: 'api::article.article',
      attributes: { title: 'headline', body: 'content', excerpt: false },
      categories: {
        attribute: 'sections',
        name: 'title',
        slug: 'handle',
        paths: ['/category/:name.html'],
        nested: true,
        parent: 'above',
      },
      tags: false,
      keys: { subtitle: 'kicker' },
    };
    expect(parseSettings(config)).toEqual(config);
    expect(parseSettings({ categories: false, tags: { attribute: 'labels' } })).toMatchObject({
      categories: false,
      tags: { ...TAGS, attribute: 'labels' },
    });
  });

  it.each([
    [[], '', 'is []: it has to be an object'],
    [{ contenttype: 'x' }, '.contenttype', 'is not known here. Did you mean "contentType"?'],
    [{ contentType: '' }, '.contentType', 'is "": it has to be a text that is not empty'],
    [
      { attributes: { titel: 'x' } },
      '.attributes.titel',
      'is not known here. Did you mean "title"?',
    ],
    [{ attributes: { title: true } }, '.attributes.title', 'is true: it has to be false or a text'],
    [{ categories: true }, '.categories', 'is true: it has to be false or an object'],
    [{ categories: { nested: 'no' } }, '.categories.nested', 'is "no": it has to be true or false'],
    [{ categories: { path: [] } }, '.categories.path', 'is not known here. Did you mean "paths"?'],
    [
      { categories: { paths: ['/x'] } },
      '.categories.paths[0]',
      'is "/x": it has to be a path that',
    ],
    [{ tags: { nested: true } }, '.tags.nested', 'is not known here. Known are attribute, name,'],
    [{ tags: { paths: '/:name' } }, '.tags.paths', 'is "/:name": it has to be a list'],
    [{ keys: { 'sub title': 7 } }, '.keys["sub title"]', 'is 7: it has to be a text, in quotes'],
  ])('is refused with the key that is wrong: %j', (config, key, message) => {
    expect(() => parseSettings(config)).toThrow(
      `config/plugins: "front-matter".config${key} ${message}`
    );
  });
});
