import { errors } from '@strapi/utils';
import { z } from 'zod';
import { type Place, readPlace } from './place';

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1_000;

/** What a reader of the feed asks for. */
export interface ChangesRequest {
  readonly since: Place | null;
  readonly limit: number;
  /** Names of types; null for all. */
  readonly types: readonly string[] | null;
}

const since = z
  .string()
  .transform(readPlace)
  .refine((place) => place !== null);

const limit = z
  .string()
  .regex(/^\d{1,4}$/u)
  .transform(Number)
  .refine((number) => number >= 1 && number <= HIGHEST_LIMIT);

const request = z.strictObject({
  since: since.optional(),
  limit: limit.optional(),
  types: z.string().min(1).optional(),
});

const EXPECTED: Readonly<Record<string, string>> = {
  since: 'it is no position of this feed: give what "meta.next" was',
  limit: `give a number from 1 to ${HIGHEST_LIMIT}`,
  types: 'give names of types with commas between them',
};

/**
 * Reads the parameters of a request.
 *
 * @throws ValidationError that names the parameter that is wrong
 */
export const readRequest = (query: unknown): ChangesRequest => {
  const { data, error } = request.safeParse(query);
  if (data !== undefined) {
    return {
      since: data.since ?? null,
      limit: data.limit ?? DEFAULT_LIMIT,
      types: data.types?.split(',').map((name) => name.trim()) ?? null,
    };
  }
  const [issue] = error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  const key = String(name);
  throw new errors.ValidationError(
    key in EXPECTED
      ? `"${key}" is wrong: ${EXPECTED[key]}.`
      : `There is no parameter "${key}": "since", "limit" and "types" are known.`
  );
};
