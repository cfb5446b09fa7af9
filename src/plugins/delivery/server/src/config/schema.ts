import { orElse, timeZone, wholeNumber } from 'strapi-plugin-kit/config';
import { z } from 'zod';

/** The name of an attribute. */
const attribute = z.string().min(1);

/** One type's settings. */
const typeSettings = z.strictObject({
  /** The attribute by which lists are sorted, the newest first. */
  order: orElse(attribute, 'publishedAt'),
  /** Relations whose pages list documents of the type: those of a category, of a tag. */
  listedBy: orElse(z.array(attribute), []),
  /** Where years, months and days of the calendar begin. */
  zone: orElse(timeZone, 'UTC'),
});

/** How much the log of changes remembers. */
const memory = z.strictObject({
  entries: orElse(z.int().min(1), 1_000_000),
  days: orElse(z.number().positive(), 30),
});

/** How lists are streamed. */
const streams = z.strictObject({
  /** How many at once; 0 for none at all. */
  atOnce: orElse(wholeNumber(0, 1000), 4),
  /** After how many seconds in which a client takes nothing its connection is ended. */
  idleSeconds: orElse(wholeNumber(1, 3600), 60),
});

/** A number of seconds, whole. */
const seconds = z.int().min(0).max(31_536_000);

const MIB = 1024 * 1024;

/** How answers to the public are kept. */
const cacheSettings = z.strictObject({
  /** How much memory they may take, in bytes; 0 to keep none here. */
  bytes: orElse(z.int().min(0), 64 * MIB),
  /** How long shared caches in front, a CDN's, may answer without asking. */
  sharedSeconds: orElse(seconds, 10),
  /** How long they may answer by an older one while they ask. */
  staleSeconds: orElse(seconds, 60),
  /** The header that names what an answer was made of, for caches that forget by name; null for none. */
  keysHeader: orElse(
    z
      .string()
      .regex(/^[\w-]+$/u)
      .nullable(),
    'Surrogate-Key'
  ),
  /**
   * Whether to answer in front of the application's middlewares, which do not see those requests then; `auto`
   * where there are only Strapi's.
   */
  inFront: orElse(z.union([z.literal('auto'), z.boolean()]), 'auto' as const),
});

/** The plugin's configuration. */
export const deliveryConfig = z.strictObject({
  /** False to answer all in Strapi's own way. */
  enabled: orElse(z.boolean(), true),
  /** Whether the database keeps counts and listings of published rows, by triggers. */
  keep: orElse(z.boolean(), false),
  /** Whether the database logs changes of published documents, by triggers, for the change feed. */
  changes: orElse(z.boolean(), true),
  /** How many of them are remembered, and for how long; whichever is less. */
  changesKept: orElse(memory, { entries: 1_000_000, days: 30 }),
  streams: orElse(streams, { atOnce: 4, idleSeconds: 60 }),
  cache: orElse(cacheSettings, cacheSettings.parse({})),
  contentTypes: orElse(z.record(z.string(), typeSettings), {}),
});

export type TypeSettings = Readonly<z.output<typeof typeSettings>>;
export type CacheSettings = Readonly<z.output<typeof cacheSettings>>;
export type DeliveryConfig = Readonly<z.output<typeof deliveryConfig>>;
