import { createTranslations } from '../../../../src/kit/src/admin/translations';

describe('the texts of a panel', () => {
  const { load, textIn } = createTranslations('example', {
    en: { name: 'Name', code: 'Code' },
    'zh-Hans': { name: '名称' },
  });

  it('are loaded with the plugin’s prefix, and none for a language that has none', async () => {
    expect(await load(['en', 'zh-Hans', 'fr'])).toEqual([
      { locale: 'en', data: { 'example.name': 'Name', 'example.code': 'Code' } },
      { locale: 'zh-Hans', data: { 'example.name': '名称' } },
      { locale: 'fr', data: {} },
    ]);
  });

  it('are English where a language has none', () => {
    expect([textIn('zh-Hans', 'name'), textIn('zh-Hans', 'code'), textIn('fr', 'name')]).toEqual([
      '名称',
      'Code',
      'Name',
    ]);
  });
});
