import { orElse, orNull } from 'strapi-plugin-kit/config';
import { z } from 'zod';

import type { OpenOptions } from '../archive/archive';
import { AUTO, DIALECT_CHOICES } from '../core/dialects/list';
import type { TaskOptions } from '../panel/contract';

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

/** The name that the ledger is to know an archive by; as long as its column takes. */
export const archiveName = z.string().trim().min(1).max(255);

export const DEFAULT_OPTIONS: TaskOptions = taskOptions.parse({});

/** As much of the options as opening an archive takes. */
export const openOptionsOf = ({ dialect, posts, config, timezone }: TaskOptions): OpenOptions => ({
  dialect,
  posts,
  timezone,
  ...(config.length === 0 ? {} : { config }),
});
