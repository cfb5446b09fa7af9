import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';

const numberOf = (name: string, otherwise: number): number => {
  const given = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(given) || given < 0) throw new Error(`${name} is not a whole number.`);
  return given;
};

/** How many questions of each kind are asked, and how many writes are made: more find more. */
export const COUNTS = {
  rest: numberOf('DIFFERENTIAL_REST', 200),
  graphql: numberOf('DIFFERENTIAL_GRAPHQL', 40),
  writes: numberOf('DIFFERENTIAL_WRITES', 16),
};

/** Minutes that both sites are kept after a failure, to be asked again. */
const KEPT = numberOf('DIFFERENTIAL_KEEP', 0);

/** Milliseconds that so many questions may take, or the start of both sites. */
export const timeFor = (questions: number): number => 300_000 + questions * 2_000 + KEPT * 60_000;

/**
 * Asks so many questions, or the one that a failure printed the seed and the path of, where the
 * environment names them.
 */
export const askMany = async <Asked>(
  questions: fc.Arbitrary<Asked>,
  ask: (asked: Asked) => Promise<void>,
  options: { readonly numRuns: number; readonly endOnFailure?: boolean }
): Promise<void> => {
  const { DIFFERENTIAL_SEED: seed, DIFFERENTIAL_PATH: path } = process.env;
  const again = {
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path }),
  };
  try {
    await fc.assert(fc.asyncProperty(questions, ask), { ...options, ...again });
  } catch (error) {
    if (KEPT > 0) {
      process.stderr.write(`${String(error)}\n${String((error as Error).cause)}\n`);
      await setTimeout(KEPT * 60_000);
    }
    throw error;
  }
};
