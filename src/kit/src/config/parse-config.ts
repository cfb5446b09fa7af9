import { z } from 'zod';
import { ConfigurationError } from './configuration-error';
import { expectationOf } from './expectation';
import { findFaults } from './find-faults';
import type { Place } from './place';

/** The keys that an object may have, one a line, where one of its keys is not known. */
const explain = (issue: z.core.$ZodRawIssue): string => {
  if (issue.code !== 'unrecognized_keys') return expectationOf(issue);
  return issue.inst instanceof z.core.$ZodObject
    ? Object.keys(issue.inst._zod.def.shape).join('\n')
    : '';
};

/**
 * Reads a configuration by a schema, which fills in what is left out.
 *
 * A schema's own words for what a value may be are a clause: `it has to be a path like "/shop"`
 * (`hasToBe`).
 *
 * @throws ConfigurationError that names the keys that are not as the schema says
 */
export const parseConfig = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place
): z.output<Schema> => {
  const checked = schema.safeParse(value, { error: explain });
  if (checked.success) return checked.data;
  throw new ConfigurationError(place, ...findFaults(checked.error.issues, value));
};
