import fc from 'fast-check';
import {
  changeMapping,
  choiceOf,
  choicesOf,
  partsOf,
  realChanges,
  USUAL,
} from '../../../../src/plugins/front-matter/admin/src/mapping/choices';
import { unfitReason } from '../../../../src/plugins/front-matter/admin/src/mapping/unfit-reason';
import type { MappedKey } from '../../../../src/plugins/front-matter/server/src/panel/mapping-contract';

const AUTHOR = { relation: 'author', by: 'name' };

const KEYS: readonly MappedKey[] = [
  { key: 'subtitle', to: 'excerpt' },
  { key: 'by', to: AUTHOR },
];

describe('what is chosen for the keys of an archive', () => {
  it('takes the place of what was there, goes, or comes last', () => {
    const changes = new Map([
      ['subtitle', 'sourceName'],
      ['rank', 'order'],
      ['none', USUAL],
    ]);
    expect(changeMapping(KEYS, changes)).toEqual([
      { key: 'subtitle', to: 'sourceName' },
      { key: 'by', to: AUTHOR },
      { key: 'rank', to: 'order' },
    ]);
    expect(changeMapping(KEYS, new Map([['by', USUAL]]))).toEqual([KEYS[0]]);
  });

  it('leaves as it is what is not changed, whatever it says', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('\0'));
    const to = fc.oneof(name, fc.record({ relation: name, by: name }));
    const keys = fc.uniqueArray(fc.record({ key: name, to }), { selector: ({ key }) => key });
    fc.assert(
      fc.property(keys, (mapped) => {
        expect(changeMapping(mapped, new Map())).toEqual(mapped);
        const same = new Map(mapped.map((each) => [each.key, choiceOf(each.to)]));
        expect(realChanges(mapped, same).size).toBe(0);
      })
    );
  });

  it('is a change only where it is another', () => {
    const changes = new Map([
      ['subtitle', 'excerpt'],
      ['by', choiceOf({ ...AUTHOR, by: 'email' })],
      ['none', USUAL],
    ]);
    expect([...realChanges(KEYS, changes).keys()]).toEqual(['by']);
  });

  it('names of a relation how its target is found', () => {
    const attribute = { name: 'author', type: 'relation', isRequired: false, field: null };
    const more = { maxLength: null, values: null, isOffered: true };
    const by = ['name', 'email'];
    const choices = choicesOf({ ...attribute, ...more, kind: 'relation', by });
    expect(choices.map(partsOf)).toEqual([
      { attribute: 'author', by: 'name' },
      { attribute: 'author', by: 'email' },
    ]);
    expect(choicesOf({ ...attribute, ...more, kind: 'text', by: [] })).toEqual(['author']);
    expect(partsOf(USUAL)).toEqual({ attribute: null, by: null });
  });
});

describe('the values of a key', () => {
  const key = { kinds: { text: 2, empty: 1 }, longest: 300, values: ['a', 'b'] };
  const attribute = { kind: 'text', maxLength: null, values: null } as const;
  const of = (kinds: object) => ({ ...key, kinds });

  it('fit a text unless they are several, too long or not of its list', () => {
    expect(unfitReason(key, attribute)).toBeNull();
    expect(unfitReason(of({ text: 1, number: 1, date: 1, boolean: 1 }), attribute)).toBeNull();
    expect(unfitReason(of({ text: 9, list: 1 }), attribute)).toBe('one-value');
    expect(unfitReason(of({ map: 1 }), attribute)).toBe('one-value');
    expect(unfitReason(key, { ...attribute, maxLength: 300 })).toBeNull();
    expect(unfitReason(key, { ...attribute, maxLength: 299 })).toBe('shorter');
    expect(unfitReason(key, { ...attribute, values: ['a', 'b', 'c'] })).toBeNull();
    expect(unfitReason(key, { ...attribute, values: ['a'] })).toBe('listed');
    expect(unfitReason({ ...key, values: null }, { ...attribute, values: ['a'] })).toBeNull();
  });

  it('fit JSON and relations always, and a number, a date or a truth value if they are one', () => {
    for (const kind of ['json', 'relation'] as const) {
      expect(unfitReason(of({ map: 1, list: 1 }), { ...attribute, kind })).toBeNull();
    }
    for (const kind of ['number', 'boolean', 'date'] as const) {
      expect(unfitReason(of({ [kind]: 3, empty: 2 }), { ...attribute, kind })).toBeNull();
      expect(unfitReason(of({ [kind]: 3, text: 1 }), { ...attribute, kind })).toBe(kind);
    }
    expect(unfitReason(of({ date: 3 }), { ...attribute, kind: 'datetime' })).toBeNull();
    expect(unfitReason(of({ text: 3 }), { ...attribute, kind: 'datetime' })).toBe('date');
  });
});
