import { orElse, orNull } from 'strapi-plugin-kit/config';
import { z } from 'zod';

import type { OpenOptions } from '../archive/archive';
import { mappedKeys } from '../archive/settings/mapped-keys';
import { parseSettings } from '../archive/settings/settings';
import { AUTO, DIALECT_CHOICES } from '../core/dialects/list';
import type { TaskOptions } from '../panel/contract';
import type { ImportRequest } from '../panel/import-contract';

/** Longer texts are no names of folders, zones or languages. */
const text = z.string().trim().min(1).max(1024);
const texts = z.array(text).max(100);

/** How an archive is read and imported, as the page sends it; what is left out is as the command line has it. */
export const taskOptions = z.strictObject({
  dialect: orElse(z.enum(DIALECT_CHOICES), AUTO),
  posts: orElse(texts, []),
  config: orElse(texts, []),
  timezone: orNull(text),
  locale: orNull(text),
  onConflict: orElse(z.enum(['keep', 'overwrite']), 'keep'),
  unpublishMissing: orElse(z.boolean(), false),
  scheduleFuture: orElse(z.boolean(), false),
  allowDuplicates: orElse(z.boolean(), false),
}) satisfies z.ZodType<TaskOptions>;

/** As many files as may be imported alone; the body of a request has no room for many more. */
const MOST_FILES = 1_000;

/** Longer than the path of any file that systems take. */
const MAX_PATH = 4_096;

/** A file of an archive, from its root. */
export const filePath = z.string().min(1).max(MAX_PATH);

/** A byte of a report. */
export const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0);

/** What an import is asked for with; without files, all are imported. */
export const importRequest = z.strictObject({
  files: orNull(z.array(filePath).min(1).max(MOST_FILES)),
}) satisfies z.ZodType<ImportRequest>;

/** The name that the ledger is to know an archive by; as long as its column takes. */
export const archiveName = z.string().trim().min(1).max(255);

export const DEFAULT_OPTIONS: TaskOptions = taskOptions.parse({});

/**
 * As much of the options as opening an archive takes.
 *
 * @param settings what the page has saved of its settings, as YAML; null for nothing
 */
export const openOptionsOf = (
  { dialect, posts, config, timezone }: TaskOptions,
  settings: string | null
): OpenOptions => ({
  dialect,
  posts,
  timezone,
  ...(config.length === 0 ? {} : { config }),
  ...(settings === null ? {} : { mapping: mappedKeys(parseSettings(settings).settings) }),
});

/** What a mistake of options is, in words. */
export const reasonOf = ({ issues }: z.ZodError): string => {
  const [first] = issues;
  return first === undefined ? '' : `${first.path.join('.')}: ${first.message}`;
};
