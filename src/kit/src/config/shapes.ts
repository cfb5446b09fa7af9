import { z } from 'zod';
import { hasToBe } from './expectation';

/** A whole number, both bounds included. */
export const wholeNumber = (least: number, most: number) => {
  const options = { error: hasToBe(`a whole number from ${least} to ${most}`) };
  return z.int(options).min(least, options).max(most, options);
};

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
};

/** A time zone by its IANA name. */
export const timeZone = z
  .string()
  .refine(isTimeZone, { error: hasToBe('the name of a time zone, as "Asia/Shanghai"') });

/** A value that may be left out or null, which both stand for the default. */
export const orElse = <Schema extends z.ZodType>(schema: Schema, otherwise: z.output<Schema>) =>
  schema.nullish().transform((value): z.output<Schema> => value ?? otherwise);

/** A value that may be left out, or null, which it is then. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value): z.output<Schema> | null => value ?? null);

/**
 * A text that some code of one's own reads.
 *
 * @param read throws where it cannot, with a message that says why
 */
export const readBy = <Read>(read: (text: string) => Read) =>
  z
    .string()
    .min(1)
    .transform((text, context): Read => {
      try {
        return read(text);
      } catch (error) {
        context.addIssue(error instanceof Error ? error.message : String(error));
        return z.NEVER;
      }
    });
