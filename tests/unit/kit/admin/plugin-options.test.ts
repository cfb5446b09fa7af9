import { pluginOptionsOf } from '../../../../src/kit/src/admin/plugin-options';

describe('what a server tells its panel of a type', () => {
  it('is read from the options that bear the plugin’s name', () => {
    expect(pluginOptionsOf({ example: { slug: 'slug' } }, 'example')).toEqual({ slug: 'slug' });
  });

  it.each([undefined, null, {}, { other: {} }, { example: 'slug' }])(
    'is nothing where a type has %j',
    (options) => {
      expect(pluginOptionsOf(options, 'example')).toBeNull();
    }
  );
});
