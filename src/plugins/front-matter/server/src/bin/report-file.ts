import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import type { ImportReport, ReportIssue } from '../services/import/report';

/** A report that is written while the import runs: its issues are never all in memory. */
export interface ReportFile {
  add(issue: ReportIssue): void;
  /** Writes the counts and closes the file; without a report the JSON is closed all the same. */
  close(report: ImportReport | null): Promise<void>;
}

/**
 * Opens a JSON report: the issues first, since they are known first, then the counts.
 *
 * @throws the file system's error when the file cannot be written
 */
export const openReportFile = async (file: string): Promise<ReportFile> => {
  const stream = createWriteStream(file, { encoding: 'utf8' });
  await once(stream, 'open');
  const done = finished(stream);
  // Told when the file is closed; until then nobody listens.
  done.catch(() => undefined);
  let separator = '';
  stream.write('{"issues":[');
  return {
    add(issue) {
      stream.write(`${separator}\n${JSON.stringify(issue)}`);
      separator = ',';
    },
    async close(report) {
      const counts = report === null ? '' : `,${JSON.stringify(report).slice(1, -1)}`;
      stream.end(`\n]${counts}}\n`);
      await done;
    },
  };
};
