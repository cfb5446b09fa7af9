import fc from 'fast-check';
import { fileSize } from '../../../../src/plugins/front-matter/admin/src/files/file-size';
import { uploadFault } from '../../../../src/plugins/front-matter/admin/src/files/upload-fault';
import {
  cutText,
  cutVersions,
} from '../../../../src/plugins/front-matter/admin/src/issues/cut-text';
import { placeOf } from '../../../../src/plugins/front-matter/admin/src/issues/place-of';
import { showSpaces } from '../../../../src/plugins/front-matter/admin/src/issues/show-spaces';
import { roughTime } from '../../../../src/plugins/front-matter/admin/src/tasks/rough-time';

describe('a text that is cut', () => {
  it('is whole up to so many characters', () => {
    expect(cutText('股市观察', 4)).toEqual({ text: '股市观察', isCut: false });
    expect(cutText('股市观察', 3)).toEqual({ text: '股市观…', isCut: true });
  });

  it('has no character halved', () => {
    expect(cutText('😀😀😀', 2)).toEqual({ text: '😀😀…', isCut: true });
    expect(cutText('😀😀', 2)).toEqual({ text: '😀😀', isCut: false });
  });

  it('begins shortly before that in which it differs from another one', () => {
    const same = 'a'.repeat(200);
    const { before, after } = cutVersions(`${same}old`, `${same}new`, 40);
    expect(before).toEqual({ text: `…${'a'.repeat(16)}old`, isCut: true });
    expect(after).toEqual({ text: `…${'a'.repeat(16)}new`, isCut: true });
  });

  it('shows what differs, wherever that is', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 20, max: 60 }), (length, most) => {
        const { before, after } = cutVersions(
          `${'x'.repeat(length)}1`,
          `${'x'.repeat(length)}2`,
          most
        );
        expect(before.text).toContain('1');
        expect(after.text).toContain('2');
      })
    );
  });
});

describe('a text with its spaces shown', () => {
  it('has those marked that are otherwise overlooked', () => {
    expect(showSpaces(' a b  c\t')).toBe('·a b··c⇥');
    expect(showSpaces('a\r\nb')).toBe('a↵\nb');
  });

  it('names characters that have no width, or are not the usual space', () => {
    expect(showSpaces('a\u00a0b\u200bc\ufeff')).toBe('a⟨00A0⟩b⟨200B⟩c⟨FEFF⟩');
    expect(showSpaces('a\0\x1b')).toBe('a␀␛');
  });

  it('is as it was where there is nothing to mark', () => {
    expect(showSpaces('title: 春节 特刊')).toBe('title: 春节 特刊');
  });
});

describe('the place of an issue', () => {
  it('has as much as is known', () => {
    expect(placeOf({ path: '_posts/a.md', line: 4, column: 7 })).toBe('_posts/a.md:4:7');
    expect(placeOf({ path: '_posts/a.md', line: 4, column: null })).toBe('_posts/a.md:4');
    expect(placeOf({ path: '_posts/a.md', line: null, column: null })).toBe('_posts/a.md');
    expect(placeOf({ path: '', line: null, column: null })).toBe('');
  });
});

describe('a file that is to be uploaded', () => {
  it.each([
    ['blog.zip', 10, null],
    ['blog.TGZ', 100, null],
    ['博客.tar.gz', 100, null],
    ['blog.gz', 10, 'kind'],
    ['blog.rar', 10, 'kind'],
    ['_posts', 10, 'kind'],
    ['blog.zip', 0, 'empty'],
    ['blog.zip', 101, 'large'],
  ])('%s of %i bytes is at fault: %s', (name, size, fault) => {
    expect(uploadFault({ name, size }, 100)).toBe(fault);
  });

  it.each([
    [0, { value: 0, unit: 'byte' }],
    [1023, { value: 1023, unit: 'byte' }],
    [1024, { value: 1, unit: 'kilobyte' }],
    [1.5 * 1024 ** 2, { value: 1.5, unit: 'megabyte' }],
    [2048 * 1024 ** 3, { value: 2048, unit: 'gigabyte' }],
  ])('of %d bytes has its size in a unit that suits it', (bytes, size) => {
    expect(fileSize(bytes)).toEqual(size);
  });
});

describe('a time that is left', () => {
  it.each([
    [0, 'seconds', 10],
    [12_000, 'seconds', 20],
    [50_000, 'seconds', 50],
    [51_000, 'minutes', 1],
    [61_000, 'minutes', 2],
    [90 * 60_000, 'minutes', 90],
    [91 * 60_000, 'hours', 2],
  ])('of %i ms is told in %s', (milliseconds, unit, count) => {
    expect(roughTime(milliseconds)).toEqual({ unit, count });
  });
});
