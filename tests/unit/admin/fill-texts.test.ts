import { fillTexts } from '../../../src/admin/fill-texts';

describe('the texts of a language', () => {
  const loaded = {
    'content-manager.content-manager.containers.List.draft': '草稿',
    'content-manager.api.id': 'API ID',
    'global.save': '保存',
  };

  it('are under their own keys where Strapi has the plugin’s name in them twice', () => {
    expect(fillTexts(loaded, {})).toMatchObject({
      'content-manager.containers.List.draft': '草稿',
    });
  });

  it('are ours where Strapi has none', () => {
    expect(fillTexts(loaded, { 'global.home': '主页' })).toMatchObject({
      'global.home': '主页',
      'global.save': '保存',
    });
  });

  it('stay Strapi’s once it has them', () => {
    const mended = { ...loaded, 'content-manager.containers.List.draft': '稿件' };
    const own = { 'content-manager.containers.List.draft': '我们的', 'global.save': '存储' };
    expect(fillTexts(mended, own)).toEqual(mended);
  });

  it('that are under a key with the name twice come before ours', () => {
    const own = { 'content-manager.containers.List.draft': '我们的' };
    expect(fillTexts(loaded, own)['content-manager.containers.List.draft']).toBe('草稿');
  });
});
