import { Text } from '@codemirror/state';
import { nextFile } from '../../../../src/plugins/front-matter/admin/src/desk/next-file';
import { marksIn } from '../../../../src/plugins/front-matter/admin/src/viewer/marks';

const file = (path: string, state: 'waiting' | 'corrected' = 'waiting', isCorrectable = true) => ({
  ...{ path, state, isCorrectable },
  issues: [],
});

describe('the next file to be corrected', () => {
  const files = [
    file('a.md'),
    file('b.md', 'corrected'),
    file('c.md', 'waiting', false),
    file('d.md'),
  ];

  it('is the one after it that waits and can be mended by its text', () => {
    expect(nextFile(files, 'a.md')).toBe('d.md');
  });

  it('is none after the last, and the first where the file is not on the list', () => {
    expect(nextFile(files, 'd.md')).toBeNull();
    expect(nextFile(files, 'x.md')).toBe('a.md');
  });
});

describe('what is wrong with a text', () => {
  const doc = Text.of(['---', 'title: [a', '---']);
  const ranges = (places: Parameters<typeof marksIn>[1]) => {
    const found: [number, number][] = [];
    for (const at = marksIn(doc, places).iter(); at.value !== null; at.next()) {
      found.push([at.from, at.to]);
    }
    return found;
  };

  it('is marked at its place, and its line once however often something is wrong in it', () => {
    expect(
      ranges([
        { line: 2, column: 8 },
        { line: 2, column: 1 },
        { line: 1, column: null },
      ])
    ).toEqual([
      [0, 0],
      [4, 4],
      [4, 5],
      [11, 12],
    ]);
  });

  it('is not marked where it lies beyond the text', () => {
    expect(ranges([{ line: 9, column: 1 }])).toEqual([]);
  });
});
