import type { Importer } from '../../services/importer';
import { withApp } from '../boot-app';
import { cancelOnSignal } from '../cancel-on-signal';
import { EXIT } from '../exit-codes';
import { describeIssue } from '../summary';

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/**
 * Undoes a run and tells what was left.
 *
 * @returns the exit code: 3 where documents were left as they are
 */
export const rollback = (run: number): Promise<number> =>
  withApp(async (strapi) => {
    const cancel = cancelOnSignal(say);
    try {
      const report = await (strapi.service('plugin::front-matter.importer') as Importer).rollback({
        run,
        signal: cancel.signal,
        onIssue: (issue) => process.stdout.write(`${describeIssue(issue)}\n`),
      });
      if (report.undoneAt !== null) {
        process.stdout.write(
          `Run ${report.undone} was undone by run ${report.run} at ${report.undoneAt}: there was nothing to do. Roll back run ${report.run} to have it again.\n`
        );
        return EXIT.ok;
      }
      process.stdout.write(
        `Run ${report.run} undid run ${report.undone}: ${report.removed} documents removed, ` +
          `${report.restored} restored, ${report.recreated} made again, ${report.left} left as they are.\n`
      );
      if (cancel.signal.aborted) return EXIT.failed;
      return report.left > 0 ? EXIT.incomplete : EXIT.ok;
    } finally {
      cancel.release();
    }
  });
