import { readConfig } from '../../../src/plugins/permalinks/server/src/config/read-config';

const POST = 'api::post.post';
const read = (settings: object) => readConfig({ contentTypes: { [POST]: settings } });

describe('the configuration', () => {
  it('fills in what is left out', () => {
    expect(read({}).contentTypes[POST]).toMatchObject({
      slug: 'slug',
      title: 'title',
      fallback: null,
      date: null,
      categories: null,
      mode: 'pinyin',
      maxLength: 100,
      deleted: 'free',
      pattern: { text: '/:categories/:year/:month/:day/:slug.html' },
    });
    expect(readConfig({})).toEqual({ timezone: null, reservedPaths: [], contentTypes: {} });
  });

  it('takes a type without pages', () => {
    expect(read({ pattern: null }).contentTypes[POST]?.pattern).toBeNull();
  });

  it.each([
    [{ timezone: 'Peking' }, 'permalinks.timezone'],
    [{ types: {} }, 'permalinks.types'],
    [{ contentTypes: [] }, 'permalinks.contentTypes'],
    [{ reservedPaths: ['shop'] }, 'permalinks.reservedPaths'],
  ])('names the key that is wrong: %j', (config, key) => {
    expect(() => readConfig(config)).toThrow(key);
  });

  it.each([
    [{ mode: 'gbk' }, 'mode'],
    [{ maxLength: 5 }, 'maxLength'],
    [{ maxLength: '50' }, 'maxLength'],
    [{ reserved: 'admin' }, 'reserved'],
    [{ pattern: ':slug' }, 'pattern'],
    [{ pattern: '/:colour/:slug' }, 'pattern'],
    [{ deleted: 'keep' }, 'deleted'],
    [{ title: '' }, 'title'],
    [{ titel: 'title' }, 'titel'],
  ])('names the key of a type that is wrong: %j', (settings, key) => {
    expect(() => read(settings)).toThrow(`permalinks.contentTypes["${POST}"].${key}`);
  });
});
