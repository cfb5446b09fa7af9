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
    if (part === undefined) return [];
    // One more than the page has tells whether there are more.
    return then(part.read(reader, [missing + 1, 0, ...values], undefined, missing), (found) =>
      found.hasMore
        ? [found]
        : then(readFrom(at + 1, missing - found.documents.length), (others) => [found, ...others])
    );
  };
  const read = await reader.atOnce(() => readFrom(0, limit));
  const documents: Answered[] = [];
  /** Documents as they were read, with what was read of them beside. */
  const stands: [Answered, Answered | undefined][] = [];
  const ids = new Set<string>();
  for (const [at, found] of read.entries()) {
    const part = parts[at];
    if (part === undefined) continue;
    documentsOf(part.level, found, ids);
    // What is answered may have lost what it is sorted by.
    found.documents.forEach((document, index) => stands.push([document, found.hidden[index]]));
    documents.push(...(await part.finisher.finish(found)));
  }
  if (isBackward) {
    documents.reverse();
    stands.reverse();
  }
  return {
    documents,
    hasMore: read.at(-1)?.hasMore ?? false,
    sources: { uids, types, documents: ids },
    placeAt(index) {
      const [document, hidden] = stands[index] ?? [];
      return placeOf(keys, { ...document, ...hidden });
    },
  };
};
