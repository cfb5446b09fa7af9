import { ArchiveError } from '../../../../src/plugins/front-matter/server/src/archive/archive';
import { BoxError } from '../../../../src/plugins/front-matter/server/src/boxes/unpack-box';
import { BOX_TEXTS } from '../../../../src/plugins/front-matter/server/src/page/refusing/box-texts';
import { failureOf } from '../../../../src/plugins/front-matter/server/src/page/refusing/failure';
import {
  refusalOf,
  sayRefusal,
} from '../../../../src/plugins/front-matter/server/src/page/refusing/refusal';
import { UsageError } from '../../../../src/plugins/front-matter/server/src/run/usage-error';

const gaps = (text: string): readonly string[] => (text.match(/\{\w+\}/gu) ?? []).toSorted();

describe('why an upload was not unpacked', () => {
  it.each(Object.entries(BOX_TEXTS))(
    'is said in both languages, with all there is to say: %s',
    (_, text) => {
      expect(text['zh-Hans']).toMatch(/\p{Script=Han}/u);
      expect(gaps(text['zh-Hans'])).toEqual(gaps(text.en));
    }
  );

  it('is said in the language of whoever reads it, whatever was said first', () => {
    const error = new BoxError('too-many', { most: 3, name: '"d.md"' });
    expect(error.message).toBe(sayRefusal('en', refusalOf(error), null));
    expect(error.message).toMatch(
      /^The archive has more than the 3 files .* "d\.md" is the first/u
    );
    expect(sayRefusal('zh-Hans', refusalOf(error), error.message)).toMatch(
      /上限 3 个，从 "d\.md" 开始/u
    );
  });

  it('is what the system says where the archive is not to blame, and that the disk is full', () => {
    expect(sayRefusal('en', refusalOf(new Error('EIO')), null)).toContain('(EIO)');
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(sayRefusal('en', refusalOf(full), null)).toContain('disk of the server is full');
  });

  it('is what a release before has said, and one after may say', () => {
    expect(sayRefusal('zh-Hans', null, 'It is broken.')).toBe('It is broken.');
    const later = { key: 'of-a-later-release', values: {} };
    expect(sayRefusal('en', later as never, 'It is broken.')).toBe('It is broken.');
    expect(sayRefusal('en', null, null)).toBeNull();
  });
});

describe('why a task has failed', () => {
  it.each([
    ['options', new UsageError('There is no locale xx.')],
    ['archive', new ArchiveError('ARCHIVE_NO_POSTS', 'It has no posts.')],
    ['busy', Object.assign(new Error('Run 3 is at work.'), { name: 'BusyError' })],
    [
      'disk-full',
      new Error('It cannot be written.', { cause: Object.assign(new Error(), { code: 'ENOSPC' }) }),
    ],
    ['database-gone', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['unknown', new TypeError('x is not a function')],
    ['unknown', 'a text'],
  ])('is %s where somebody can do something about that', (kind, error) => {
    expect(failureOf(error)).toBe(kind);
  });
});
