import fc from 'fast-check';
import type { FilledTree } from '../questions/values';

/** How somebody writes an address: all of these are read alike. */
export interface Spelling {
  readonly brackets: 'as they are' | 'encoded';
  readonly dollar: 'as it is' | 'encoded';
  readonly space: '+' | '%20';
  readonly lists: 'numbered' | 'empty brackets' | 'repeated' | 'commas';
  /** Marks that need no encoding, like colons and slashes. */
  readonly marks: 'as they are' | 'encoded';
  readonly nestedSort: boolean;
  /** Parameters in the opposite order. */
  readonly backwards: boolean;
}

export const spelling: fc.Arbitrary<Spelling> = fc.record({
  brackets: fc.constantFrom('as they are', 'as they are', 'encoded'),
  dollar: fc.constantFrom('as it is', 'as it is', 'encoded'),
  space: fc.constantFrom('+', '%20'),
  lists: fc.constantFrom('numbered', 'numbered', 'empty brackets', 'repeated', 'commas'),
  marks: fc.constantFrom('as they are', 'as they are', 'encoded'),
  nestedSort: fc.integer({ min: 0, max: 7 }).map((number) => number === 0),
  backwards: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
});

/** Parameters whose lists may be one text with commas. */
const WITH_COMMAS = new Set(['fields', 'sort', 'populate']);

type Pair = readonly [key: string, value: string];

const isList = (tree: FilledTree): tree is readonly FilledTree[] => Array.isArray(tree);

const pairsOf = (
  tree: FilledTree,
  key: string,
  name: string,
  lists: Spelling['lists']
): readonly Pair[] => {
  if (typeof tree === 'string') return [[key, tree]];
  if (!isList(tree)) {
    return Object.entries(tree).flatMap(([below, value]) =>
      pairsOf(value, key === '' ? below : `${key}[${below}]`, below, lists)
    );
  }
  const texts = tree.filter((member) => typeof member === 'string');
  if (texts.length === tree.length && lists !== 'numbered') {
    if (lists === 'commas' && WITH_COMMAS.has(name)) return [[key, texts.join(',')]];
    // A key that stands once is no list.
    if (lists === 'repeated' && texts.length > 1) return texts.map((text) => [key, text]);
    if (lists === 'empty brackets') return texts.map((text) => [`${key}[]`, text]);
  }
  return tree.flatMap((member, index) => pairsOf(member, `${key}[${index}]`, name, lists));
};

const encodeValue = (text: string, { space, marks }: Spelling): string => {
  const encoded = encodeURIComponent(text).replace(/%20/gu, space);
  return marks === 'encoded'
    ? encoded
    : encoded.replace(/%(?:3A|2C|2F|40)/gu, (code) => decodeURIComponent(code));
};

const encodeKey = (text: string, { brackets, dollar }: Spelling): string => {
  let encoded = encodeURIComponent(text);
  if (brackets === 'as they are') encoded = encoded.replace(/%5B/gu, '[').replace(/%5D/gu, ']');
  return dollar === 'as it is' ? encoded.replace(/%24/gu, '$') : encoded;
};

/** Parameters as what stands behind an address's question mark. */
export const spell = (tree: FilledTree, as: Spelling): string => {
  const pairs = [...pairsOf(tree, '', '', as.lists)];
  if (as.backwards) pairs.reverse();
  return pairs.map(([key, value]) => `${encodeKey(key, as)}=${encodeValue(value, as)}`).join('&');
};

/** An address as tests and documentation write it. */
export const PLAIN: Spelling = {
  brackets: 'encoded',
  dollar: 'encoded',
  space: '%20',
  lists: 'numbered',
  marks: 'encoded',
  nestedSort: false,
  backwards: false,
};
