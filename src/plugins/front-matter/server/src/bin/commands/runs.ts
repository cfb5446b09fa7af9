import type { Run } from '../../ledger/runs';
import type { Importer, ListedRun } from '../../services/importer';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, printLine, say } from 'strapi-plugin-kit/cli';

const NEWEST = 50;

const countsOf = (run: Run): string =>
  Object.entries(run.counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

const describe = (run: ListedRun): string => {
  const what =
    run.kind === 'rollback' ? `rollback of run ${String(run.options['undone'])}` : run.kind;
  const parts = [
    `${run.number}`,
    run.startedAt,
    what,
    run.archive ?? '',
    run.status,
    run.undoneBy === null ? '' : `undone by run ${run.undoneBy}`,
    countsOf(run),
    run.message ?? '',
  ];
  return parts.filter((part) => part !== '').join('  ');
};

/** Lists the newest runs, the last first, one a line. */
export const listRuns = async (): Promise<number> => {
  const runs = await withApp('front-matter', (strapi) =>
    (strapi.service('plugin::front-matter.importer') as Importer).runs(NEWEST)
  );
  if (runs.length === 0) say('There are no runs yet.');
  for (const run of runs) await printLine(describe(run));
  return EXIT.ok;
};
