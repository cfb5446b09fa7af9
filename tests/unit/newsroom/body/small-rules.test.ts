import fc from 'fast-check';
import { mediaAddress } from '../../../../src/plugins/newsroom/admin/src/body/core/media-address';
import { smallestChange } from '../../../../src/plugins/newsroom/admin/src/body/core/smallest-change';

describe('the address of a file', () => {
  it.each([
    ['/uploads/a.png', '/uploads/a.png'],
    ['https://cms.example.com/uploads/a.png?x=1', '/uploads/a.png?x=1'],
    ['https://files.example.com/a.png', 'https://files.example.com/a.png'],
    ['http://cms.example.com/uploads/a.png', 'http://cms.example.com/uploads/a.png'],
  ])('%s is written as %s', (url, address) => {
    expect(mediaAddress(url, 'https://cms.example.com')).toBe(address);
  });
});

describe('the smallest change', () => {
  it('makes one text of the other, and takes no sign apart', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '𠮷', '𠮶', '\n')).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = smallestChange(before, after);
        expect(change === null).toBe(before === after);
        if (change === null) return;
        const { from, to, insert } = change;
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
        expect(insert.isWellFormed()).toBe(true);
        expect(before.slice(from, to).isWellFormed()).toBe(true);
      })
    );
  });
});
