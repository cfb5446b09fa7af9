import { versionTexts } from '../../../../src/plugins/newsroom/admin/src/components/conflicts/version-texts';

const names = { a: '甲', b: '乙', c: '丙' };
const item = (documentId: string, label?: string) => ({ apiData: { documentId }, label });

describe('two versions of an attribute', () => {
  it('are texts as they are', () => {
    const conflict = { attribute: 'title', now: '别人的' };
    expect(versionTexts(conflict, '我的', false)).toEqual({ own: '我的', theirs: '别人的' });
    expect(versionTexts({ attribute: 'title', now: null }, undefined, false)).toEqual({
      own: '',
      theirs: '',
    });
  });

  it('are of relations the documents that each would lead to, by name', () => {
    const conflict = { attribute: 'tags', now: ['a', 'b'], names };
    const own = { connect: [item('c', '丙')], disconnect: [item('a')] };
    expect(versionTexts(conflict, own, false)).toEqual({ own: '乙\n丙', theirs: '甲\n乙' });
  });

  it('are of a relation to one document that which is chosen', () => {
    const conflict = { attribute: 'parent', now: ['b'], names };
    const own = { connect: [item('c', '丙')], disconnect: [item('a')] };
    expect(versionTexts(conflict, own, true)).toEqual({ own: '丙', theirs: '乙' });
    const none = { connect: [], disconnect: [item('a')] };
    expect(versionTexts(conflict, none, true)).toEqual({ own: '乙', theirs: '乙' });
  });

  it('name no document twice that both have added', () => {
    const conflict = { attribute: 'tags', now: ['a', 'b'], names };
    const own = { connect: [item('b', '乙')], disconnect: [] };
    expect(versionTexts(conflict, own, false).own).toBe('甲\n乙');
  });

  it('are ids where names may not be read', () => {
    const conflict = { attribute: 'tags', now: ['a'] };
    const own = { connect: [], disconnect: [] };
    expect(versionTexts(conflict, own, false)).toEqual({ own: 'a', theirs: 'a' });
  });

  it('are of files what these are called', () => {
    const file = (name: string) => ({ id: 1, name, mime: 'image/png', url: `/${name}` });
    const conflict = { attribute: 'images', now: [file('a.png'), file('b.png')] };
    expect(versionTexts(conflict, file('c.png'), false)).toEqual({
      own: 'c.png',
      theirs: 'a.png\nb.png',
    });
  });
});
