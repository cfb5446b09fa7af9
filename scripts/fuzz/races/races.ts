import { parseArgs } from 'node:util';
import { type DatabaseName, isDatabase, presentDatabases } from '../../site/databases';
import { OPERATION_NAMES, type OperationName, USUAL_NAMES } from './operations';
import { runRaces } from './run-races';

export const RACES_USAGE = `npm run fuzz -- races [--database sqlite|postgres|mysql] [--pairs N] [--triples N] [--seed N] [--only OPERATION,…]
Operations: ${OPERATION_NAMES.join(', ')} (bulk ones where they are named)
`;

const isOperation = (name: string): name is OperationName =>
  (OPERATION_NAMES as readonly string[]).includes(name);

const read = (words: readonly string[]) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      database: { type: 'string' },
      pairs: { type: 'string', default: '100' },
      triples: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: USUAL_NAMES.join() },
    },
  });
  const named = values.database === undefined ? presentDatabases() : [values.database];
  const databases: readonly DatabaseName[] = named.filter(isDatabase);
  const only = values.only.split(',');
  const plan = {
    pairs: Number(values.pairs),
    triples: Number(values.triples),
    seed: Number(values.seed),
    only: only.filter(isOperation),
  };
  const isWhole = [plan.pairs, plan.triples, plan.seed].every(
    (number) => Number.isInteger(number) && number >= 0
  );
  const isRight = isWhole && databases.length === named.length && plan.only.length === only.length;
  return isRight ? { databases, plan } : null;
};

/**
 * Does what the words after `races` ask for.
 *
 * @returns the exit code: 1 where a race failed, 2 for words that are not understood
 */
export const races = async (words: readonly string[]): Promise<number> => {
  const asked = read(words);
  if (asked === null) {
    process.stderr.write(`Usage: ${RACES_USAGE}`);
    return 2;
  }
  let failed = 0;
  for (const database of asked.databases) failed += await runRaces(database, asked.plan);
  return failed === 0 ? 0 : 1;
};
