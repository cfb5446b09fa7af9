import { z } from 'zod';

import type { SettleRequest } from '../../panel/conflict-contract';
import { filePath } from '../task-options';

/** As many files as anybody decides about one by one before they are settled. */
const MOST_FILES = 100;

/** More attributes than a content type has that files are imported into. */
const MOST_FIELDS = 200;

const side = z.enum(['archive', 'site']);

/** Longer than any name of an attribute, and any hash. */
const short = z.string().min(1).max(255);

/** As large as the databases' columns take. */
const runNumber = z.int().min(0).max(2_147_483_647);

const fields = z
  .record(short, z.strictObject({ side, seen: short }))
  .refine((given) => Object.keys(given).length <= MOST_FIELDS);

const file = z.strictObject({ path: filePath, checksum: short, fields });

/** What is decided about conflicts, as the page sends it. */
export const settleRequest = z.union([
  z.strictObject({
    all: z.strictObject({ side, lookedAt: z.iso.datetime(), run: runNumber }),
  }),
  z.strictObject({ files: z.array(file).min(1).max(MOST_FILES) }),
]) satisfies z.ZodType<SettleRequest>;
