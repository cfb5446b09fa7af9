import { PREFIX, shorten } from '../triggers/names';

export const COUNTS = `${PREFIX}counts`;
/** What is to be added to counts, where several write at once. */
export const CHANGES = `${PREFIX}changes`;

/** What the rows of a table are counted under. */
export const nameOfAll = (table: string): string => shorten(table);

/** What they are counted under by the day. */
export const nameOfDays = (table: string): string => shorten(`${table} by day`);

/** What those of a table are counted under that are linked by a relation. */
export const nameOfLinks = (table: string, relation: string): string =>
  shorten(`${table}_by_${relation.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}`);

export const listingOf = (name: string): string => `${PREFIX}${name}`;
