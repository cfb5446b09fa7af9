import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import type { ImportReport } from '../import/job/report';
import { REPORT_FORMATS } from '../run/report-formats';
import type { ReportIssue } from '../run/report-issue';

/** A report that is written during the import, so that its issues are not all in memory. */
export interface ReportFile {
  add(issue: ReportIssue): void;
  /** Writes the counts, if there are any, and closes the file. */
  close(report: ImportReport | null): Promise<void>;
}

/**
 * Opens a report: a table of issues where the file's name ends in `.csv`, else one JSON object.
 *
 * @throws the file system's error when the file cannot be written
 */
export const openReportFile = async (file: string): Promise<ReportFile> => {
  const format = REPORT_FORMATS[/\.csv$/i.test(file) ? 'csv' : 'json'];
  const stream = createWriteStream(file, { encoding: 'utf8' });
  await once(stream, 'open');
  const done = finished(stream);
  // A failure is reported when the file is closed.
  done.catch(() => undefined);
  let isFirst = true;
  stream.write(format.head);
  return {
    add(issue) {
      stream.write(format.line(issue, isFirst));
      isFirst = false;
    },
    async close(report) {
      stream.end(format.foot(report));
      await done;
    },
  };
};
