import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import { checkSequence } from './check-sequence';
import { type Step, sequences } from './steps';

/** What came of some sequences on one database. */
export interface Checked {
  readonly runs: number;
  /** The shortest sequence found that shows a difference; null where none did. */
  readonly failure: { readonly steps: readonly Step[]; readonly message: string } | null;
}

const messageOf = (error: unknown): string =>
  error instanceof Error
    ? [error.message, ...(error.cause === undefined ? [] : [messageOf(error.cause)])].join('\n')
    : String(error);

/** Tries random sequences; one that fails is made as short as can be. */
export const checkDatabase = async (
  strapi: Core.Strapi,
  { runs, seed, path }: { readonly runs: number; readonly seed: number; readonly path?: string },
  progress: (done: number) => void = () => undefined
): Promise<Checked> => {
  let done = 0;
  const details = await fc.check(
    fc.asyncProperty(sequences, async (steps) => {
      await checkSequence(strapi, steps);
      progress((done += 1));
    }),
    { numRuns: runs, seed, ...(path === undefined ? {} : { path }) }
  );
  if (!details.failed) return { runs: details.numRuns, failure: null };
  const [steps = []] = details.counterexample ?? [];
  const error = messageOf(details.errorInstance);
  return {
    runs: details.numRuns,
    failure: {
      steps,
      message: `${error}\n(seed ${details.seed}, path ${details.counterexamplePath ?? ''})`,
    },
  };
};
