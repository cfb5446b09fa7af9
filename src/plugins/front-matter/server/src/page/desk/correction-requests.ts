import { z } from 'zod';

import type { CorrectionRequest, ReadingRequest } from '../../panel/desk-contract';
import { filePath } from '../task-options';

/** Bytes of a corrected text in UTF-8: as much as the body of a request has room for. */
export const MOST_TEXT = 480 * 1024;

/** Of a text that is too long. */
export const TOO_LONG = 'too-long';

/** Of a text that no database keeps. */
export const NUL = 'nul';

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** The mark of an encoding is none of the text. */
const text = z
  .string()
  .refine((typed) => Buffer.byteLength(typed) <= MOST_TEXT, TOO_LONG)
  .transform((typed) => typed.replace(/^\ufeff/, '').replace(LONE_SURROGATE, '\ufffd'));

/** The body of `POST …/desk/reading`. */
export const readingRequest = z.strictObject({
  path: filePath,
  text,
}) satisfies z.ZodType<ReadingRequest>;

/** SHA-256 in hex. */
export const checksum = z.string().regex(/^[0-9a-f]{64}$/);

/** The body of `PUT …/desk/correction`. */
export const correctionRequest = z.strictObject({
  path: filePath,
  text: text.refine((typed) => !typed.includes('\0'), NUL),
  checksum,
}) satisfies z.ZodType<CorrectionRequest>;
