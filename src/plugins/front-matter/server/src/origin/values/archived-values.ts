import type { Core } from '@strapi/strapi';

import type { SiteDocument, SiteRow } from '../../core/document';
import { hashValue, valueOfHash } from '../../core/plan/hash-value';
import { NOTHING } from '../../core/plan/merge-values';
import type { FittedPost } from '../../core/fit/fit-post';
import type { JsonValue } from '../../core/post';
import type { Update } from '../../ledger/change';
import type { StoredRecord } from '../../ledger/records/record';
import type { ArchivedValue } from '../../panel/origin-contract';
import type { Target } from '../../site/target';
import type { Readable } from '../readable';
import { nameTerms } from './name-terms';
import { rereadFile } from './reread-file';
import { termIdsOf } from './term-ids';

/** All that is known of an imported document. */
export interface KnownOrigin {
  readonly target: Target;
  readonly document: SiteDocument;
  readonly record: StoredRecord;
  /** What runs did to it, in order. */
  readonly chain: readonly Update[];
  /** The name of the dialect that its file was read by. */
  readonly dialect: unknown;
}

type Row = Pick<SiteRow, 'values' | 'terms'>;

/** Values that an attribute had at some time, the newest first. */
const valuesBefore = ({ document, chain }: KnownOrigin, name: string): JsonValue[] => {
  const before = chain
    .toReversed()
    .flatMap(({ after, before: { document: was } }): Row[] => [
      { values: after.written ?? {}, terms: {} },
      was.main,
      ...(was.published === null ? [] : [was.published]),
    ]);
  const rows: readonly Row[] =
    document.published === null ? before : [document.published, ...before];
  return rows.flatMap(({ values, terms }) => {
    const value = values[name] ?? terms[name];
    return value === undefined ? [] : [value];
  });
};

/**
 * Finds what runs last wrote into attributes. Of a long value the ledger has no more than a hash; it may still be in
 * the published version, in what a run has changed, in the file's header or trailer, or in its bytes where these were
 * kept. By the hash it is known that it is the one.
 *
 * @returns what finds the value of one attribute
 */
export const archivedValues = (strapi: Core.Strapi, readable: Readable, known: KnownOrigin) => {
  const { target, document, record } = known;
  let file: FittedPost | null | undefined;
  const reread = (): FittedPost | null => (file ??= rereadFile(strapi, known));

  const find = async (name: string): Promise<JsonValue | undefined> => {
    const { as } = record.imported?.[name] ?? NOTHING;
    const own = valueOfHash(as);
    if (own !== undefined) return own;
    const isIt = (value: JsonValue | undefined): boolean =>
      value !== undefined && hashValue(value) === as;
    const before = valuesBefore(known, name).find(isIt);
    if (before !== undefined) return before;
    const terms = target.terms.find(({ attribute }) => attribute === name);
    const post = reread();
    const said =
      terms === undefined || post === null
        ? post?.values[name]
        : await termIdsOf(strapi, terms, record.archive, post);
    return isIt(said) ? said : undefined;
  };

  return async (name: string): Promise<ArchivedValue> => {
    const terms = target.terms.find(({ attribute }) => attribute === name);
    if (terms !== undefined && !readable.related(terms.uid)) return { kind: 'unreadable' };
    const value = await find(name);
    if (value === undefined) return { kind: 'unkept' };
    if (terms === undefined) return { kind: 'value', value };
    const ids = Array.isArray(value) ? value.map(String) : [];
    return {
      kind: 'terms',
      terms: await nameTerms(strapi, terms, ids, readable),
      now: await nameTerms(strapi, terms, document.main.terms[name] ?? [], readable),
    };
  };
};
