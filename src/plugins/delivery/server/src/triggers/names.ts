import { keyOf } from 'strapi-plugin-kit/keys';

/** What the names of all tables and triggers begin with that the plugin makes. */
export const PREFIX = 'delivery_';

/** Where it is kept what was made by triggers, and how far listings are filled. */
export const STATE = `${PREFIX}kept`;

/** Room is left for the prefix and the words that triggers and indexes end with. */
const LONGEST = 40;
const HASHED = 8;

/** A name for what is made, as long as every database takes it with what comes before and after. */
export const shorten = (name: string): string =>
  name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST - HASHED - 1)}_${keyOf(name).slice(0, HASHED)}`;

/** What the triggers of the log are noted under; no table is called so. */
export const LOG_STATE = '(log)';
