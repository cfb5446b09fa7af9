import type { Reader } from 'strapi-plugin-kit/database';

import { documentsOf, type Sources } from '../../answers/sources';
import type { Answered, ReadDocuments } from '../../plans/read-level';
import { type Soon, then } from '../../plans/soon';
import { type Place, placeOf } from '../keyset/place';
import type { PagePlan } from './compile-page';

/** Documents of a page, as they are answered. */
export interface PageRead {
  readonly documents: readonly Answered[];
  /** Where each of them stands. */
  placeAt(index: number): Place;
  /** Whether there are more beyond it, in the direction in which it was read. */
  readonly hasMore: boolean;
  readonly sources: Sources;
}

/** The first of some documents. */
const firstOf = ({ documents, rows, hidden }: ReadDocuments, count: number): ReadDocuments =>
  documents.length <= count
    ? { documents, rows, hidden }
    : {
        documents: documents.slice(0, count),
        rows: rows.slice(0, count),
        hidden: hidden.slice(0, count),
      };

/** Reads a page by a plan: those of its parts that are needed, at one moment. */
export const followPlan = async (
  reader: Reader,
  { parts, keys, isBackward, uids, types, valuesOf }: PagePlan,
  place: Place | null,
  limit: number
): Promise<PageRead> => {
  const values = place === null ? [] : valuesOf(place);
  const readFrom = (at: number, missing: number): Soon<readonly ReadDocuments[]> => {
    const part = parts[at];
    if (part === undefined || missing === 0) return [];
    return then(part.read(reader, [missing, 0, ...values]), (found) =>
      then(readFrom(at + 1, missing - found.documents.length), (others) => [found, ...others])
    );
  };
  // One more than the page has tells whether there are more.
  const read = await reader.atOnce(() => readFrom(0, limit + 1));
  const documents: Answered[] = [];
  /** Documents as they were read, with what was read of them beside. */
  const stands: [Answered, Answered | undefined][] = [];
  const ids = new Set<string>();
  let hasMore = false;
  for (const [at, found] of read.entries()) {
    const own = firstOf(found, limit - documents.length);
    hasMore ||= own.documents.length < found.documents.length;
    const part = parts[at];
    if (part === undefined) continue;
    documentsOf(part.level, own, ids);
    // What is answered may have lost what it is sorted by.
    own.documents.forEach((document, index) => stands.push([document, own.hidden[index]]));
    documents.push(...(await part.finisher.finish(own)));
  }
  if (isBackward) {
    documents.reverse();
    stands.reverse();
  }
  return {
    documents,
    hasMore,
    sources: { uids, types, documents: ids },
    placeAt(index) {
      const [document, hidden] = stands[index] ?? [];
      return placeOf(keys, { ...document, ...hidden });
    },
  };
};
