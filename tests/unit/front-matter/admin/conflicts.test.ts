import {
  chooseAll,
  openFields,
  requestOf,
} from '../../../../src/plugins/front-matter/admin/src/conflicts/choices';
import { fieldKey } from '../../../../src/plugins/front-matter/admin/src/conflicts/field-names';
import { isCut, longTexts } from '../../../../src/plugins/front-matter/admin/src/conflicts/is-long';
import type {
  ConflictField,
  ConflictValue,
} from '../../../../src/plugins/front-matter/server/src/panel/conflict-contract';

const text = (value: string, cut = false): ConflictValue => ({
  kind: 'text',
  text: value,
  isCut: cut,
});

const field = (attribute: string, state: ConflictField['state']): ConflictField => ({
  ...{ attribute, state, seen: `seen ${attribute}` },
  archive: text('a'),
  site: text('b'),
  imported: { kind: 'unknown' },
});

const details = [field('title', 'conflict'), field('body', 'conflict'), field('slug', 'site')];

describe('what is chosen for a conflict', () => {
  it('is about fields in conflict alone', () => {
    expect(openFields({ details }).map(({ attribute }) => attribute)).toEqual(['title', 'body']);
    expect(chooseAll(openFields({ details }), 'site')).toEqual({ title: 'site', body: 'site' });
  });

  it('is sent with what was seen, and nothing is sent for what was not chosen', () => {
    const conflict = { path: '_posts/one.md', checksum: 'sum', details };
    expect(requestOf(conflict, { body: 'archive' })).toEqual({
      files: [
        {
          path: '_posts/one.md',
          checksum: 'sum',
          fields: { body: { side: 'archive', seen: 'seen body' } },
        },
      ],
    });
  });
});

describe('a field', () => {
  it('is compared line by line where one of its texts is long, or has lines', () => {
    const lines = { archive: text('a\nb'), site: { kind: 'empty' } as const };
    expect(longTexts(lines)).toEqual({ archive: 'a\nb', site: '' });
    expect(longTexts({ archive: text('x'.repeat(201)), site: text('y') })).not.toBeNull();
    expect(longTexts({ archive: text('x'), site: text('y') })).toBeNull();
    expect(longTexts({ archive: { kind: 'names', names: ['a'] }, site: text('y') })).toBeNull();
  });

  it('says where not all of it is shown', () => {
    expect(isCut({ archive: text('x', true), site: text('y') })).toBe(true);
    expect(isCut({ archive: text('x'), site: { kind: 'empty' } })).toBe(false);
  });

  it('has a name in the panel’s language where the plugin knows it', () => {
    expect(fieldKey('title')).toBe('field.title');
    expect(fieldKey('weather')).toBeNull();
  });
});
