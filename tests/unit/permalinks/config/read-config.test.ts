import { readConfig } from '../../../../src/plugins/permalinks/server/src/config/read-config';

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

  it('takes null for what is left out', () => {
    expect(read({ slug: null, maxLength: null, reserved: null }).contentTypes[POST]).toEqual(
      read({}).contentTypes[POST]
    );
    expect(readConfig({ timezone: null, reservedPaths: null, contentTypes: null })).toEqual(
      readConfig({})
    );
  });

  it('takes what is given', () => {
    const given = {
      slug: 'address',
      title: 'headline',
      fallback: 'code',
      date: 'day',
      categories: 'sections',
      mode: 'unicode',
      maxLength: 200,
      deleted: 'gone',
    };
    expect(read({ ...given, reserved: ['admin'], pattern: 'pretty' }).contentTypes[POST]).toEqual({
      ...given,
      reserved: ['index', 'index.html', 'admin'],
      pattern: expect.objectContaining({ text: '/:categories/:year/:month/:day/:title/' }),
    });
    const site = { timezone: 'Asia/Shanghai', reservedPaths: ['/shop'] };
    expect(readConfig(site)).toEqual({ ...site, contentTypes: {} });
  });

  it('takes a type without pages', () => {
    expect(read({ pattern: null }).contentTypes[POST]?.pattern).toBeNull();
  });

  it.each([
    [{ timezone: 'Peking' }, 'timezone'],
    [{ types: {} }, 'types'],
    [{ contentTypes: [] }, 'contentTypes'],
    [{ reservedPaths: ['shop'] }, 'reservedPaths[0]'],
  ])('names the key that is wrong: %j', (config, key) => {
    expect(() => readConfig(config)).toThrow(`config/plugins: "permalinks".config.${key} is `);
  });

  it('says what a value is and what it may be', () => {
    expect(() => read({ maxLength: 7 })).toThrow(
      `config/plugins: "permalinks".config.contentTypes["${POST}"].maxLength is 7: it has to be a whole number from 10 to 200.`
    );
    expect(() => read({ titel: 'title' })).toThrow('is not known here. Did you mean "title"?');
    expect(() => read({ pattern: '/:colour/:slug' })).toThrow(
      'is "/:colour/:slug": it has ":colour", where a word is not known.'
    );
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
    expect(() => read(settings)).toThrow(
      `config/plugins: "permalinks".config.contentTypes["${POST}"].${key} is `
    );
  });
});
