import type { Importer } from '../../services/importer';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, printLine } from 'strapi-plugin-kit/cli';
import { describeIssue } from '../summary';

/**
 * Undoes a run and tells what was left.
 *
 * @returns the exit code: 3 where documents were left as they are
 */
export const rollback = (run: number): Promise<number> =>
  withApp('front-matter', async (strapi, signal) => {
    const report = await (strapi.service('plugin::front-matter.importer') as Importer).rollback({
      run,
      signal,
      onIssue: (issue) => void printLine(describeIssue(issue)),
    });
    if (report.undoneAt !== null) {
      await printLine(
        `Run ${report.undone} was undone by run ${report.run} at ${report.undoneAt}: there was nothing to do. Roll back run ${report.run} to have it again.`
      );
      return EXIT.ok;
    }
    await printLine(
      `Run ${report.run} undid run ${report.undone}: ${report.removed} documents removed, ` +
        `${report.restored} restored, ${report.recreated} made again, ${report.left} left as they are.`
    );
    if (signal.aborted) return EXIT.failed;
    return report.left > 0 ? EXIT.incomplete : EXIT.ok;
  });
