import type { Core } from '@strapi/strapi';

import type { Cursors } from './cursors';
import type { Documents } from './read-documents';

/** Where a request may go on from a page; null where the list ends. */
export interface Ends {
  /** A cursor for `after`. */
  readonly next: string | null;
  /** A cursor for `before`. */
  readonly previous: string | null;
}

/**
 * The cursors of the ends of a page with so many documents. Where a page was asked for by a cursor, there is something on the side that it
 * came from: nobody else has cursors.
 */
export const endsOf = (
  cursors: Cursors,
  { list, placeAt, from, hasMore }: Omit<Documents, 'texts'>,
  count: number,
  isBackward: boolean
): Ends => {
  const at = (index: number): string | null =>
    count === 0 ? null : cursors.write(list, placeAt(index));
  const goesOn = [hasMore, from !== null];
  const [hasNext = false, hasPrevious = false] = isBackward ? goesOn.reverse() : goesOn;
  return { next: hasNext ? at(count - 1) : null, previous: hasPrevious ? at(0) : null };
};

/** The answer with a page, as it is sent. */
export const pageText = (texts: readonly string[], limit: number, ends: Ends): string =>
  `{"data":[${texts.join()}],"meta":${JSON.stringify({ pagination: { limit, ...ends } })}}`;

/** Documents of a page where an application sets no limit. */
const USUAL = 25;
const MOST = 100;

const numberIn = (value: unknown, otherwise: number): number =>
  Number(value) > 0 ? Number(value) : otherwise;

/** How many documents a page has, by what was asked for and what the application allows. */
export const limitFor = ({ config }: Core.Strapi, asked: number | null): number => {
  const most = numberIn(config.get('api.rest.maxLimit'), MOST);
  return Math.min(asked ?? numberIn(config.get('api.rest.defaultLimit'), USUAL), most);
};
