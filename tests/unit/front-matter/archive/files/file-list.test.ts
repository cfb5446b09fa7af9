import fc from 'fast-check';
import { FileList } from '../../../../../src/plugins/front-matter/server/src/archive/files/file-list';
import { findDuplicates } from '../../../../../src/plugins/front-matter/server/src/archive/files/find-duplicates';

const listOf = (...paths: readonly string[]) =>
  FileList.of(paths.map((path) => ({ path, obstacle: null })));

describe('a list of files', () => {
  it('gives them in the byte order of their paths, which is not that of UTF-16', () => {
    const paths = ['b', '\u{1f600}', 'a', 'ab', '\ufb00', '中', '', 'a/b'];
    expect([...listOf(...paths).paths()]).toEqual([
      '',
      'a',
      'a/b',
      'ab',
      'b',
      '中',
      '\ufb00',
      '\u{1f600}',
    ]);
  });

  it('keeps with each path what is in its way', () => {
    const files = [
      { path: 'c', obstacle: 'ambiguous' },
      { path: 'a', obstacle: null },
      { path: 'b', obstacle: 'stray' },
    ] as const;
    expect([...FileList.of(files)]).toEqual([files[1], files[2], files[0]]);
  });

  it('is the same once it has been handed to another thread', () => {
    const list = listOf(...Array.from({ length: 5000 }, (_, index) => `_posts/第${index}.md`));
    expect([...new FileList(structuredClone(list.packed))]).toEqual([...list]);
  });

  it('is empty where there are none', () => {
    expect([...listOf()]).toEqual([]);
    expect(listOf().indexOf('a')).toBe(-1);
  });

  it('knows where each of its paths stands, and that another does not', () => {
    const path = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(path), path, (paths, other) => {
        const list = listOf(...paths);
        for (let index = 0; index < list.length; index += 1) {
          expect(list.indexOf(list.pathAt(index))).toBe(index);
        }
        expect(list.indexOf(other) >= 0).toBe(paths.includes(other));
      })
    );
  });
});

describe('posts that were copied instead of moved', () => {
  const passedOver = (files: FileList, folders: readonly string[]) => {
    const instead = findDuplicates(files, folders);
    return Object.fromEntries(
      [...files.paths()].flatMap((path, index) => {
        const kept = instead(index);
        return kept === null ? [] : [[path, kept]];
      })
    );
  };

  it('keeps the one in the archive itself, then that in the first of the folders', () => {
    const files = listOf('_posts/a.md', 'new/a.md', 'new/b.md', 'old/a.md', 'old/b.md', 'old/c.md');
    expect(passedOver(files, ['old', 'new'])).toEqual({
      'old/a.md': '_posts/a.md',
      'new/a.md': '_posts/a.md',
      'new/b.md': 'old/b.md',
    });
  });

  it('finds each of thousands', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `${index}.md`);
    const files = listOf(...names.flatMap((name) => [`_posts/${name}`, `old/${name}`]));
    expect(passedOver(files, ['old'])).toEqual(
      Object.fromEntries(names.map((name) => [`old/${name}`, `_posts/${name}`]))
    );
  });

  it('passes over none where no further folder is named, whatever the names are', () => {
    expect(passedOver(listOf('a/_posts/x.md', 'b/_posts/x.md'), [])).toEqual({});
  });
});
