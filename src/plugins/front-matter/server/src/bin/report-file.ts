import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import { stringify } from 'csv-stringify/sync';

import type { ImportReport } from '../import/job/report';
import type { ReportIssue } from '../run/report-issue';

/** A report that is written during the import, so that its issues are not all in memory. */
export interface ReportFile {
  add(issue: ReportIssue): void;
  /** Writes the counts, if there are any, and closes the file. */
  close(report: ImportReport | null): Promise<void>;
}

/** A format of reports. */
interface Format {
  readonly head: string;
  readonly line: (issue: ReportIssue, isFirst: boolean) => string;
  readonly foot: (report: ImportReport | null) => string;
}

/** First the issues, then the counts, as they become known. */
const JSON_FORMAT: Format = {
  head: '{"issues":[',
  line: (issue, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(issue)}`,
  foot(report) {
    const counts = report === null ? '' : `,${JSON.stringify(report).slice(1, -1)}`;
    return `\n]${counts}}\n`;
  },
};

const COLUMNS = ['path', 'line', 'column', 'severity', 'code', 'field', 'message'] as const;

/** A row of CSV. Formulas are escaped, so that a spreadsheet does not run texts of an archive. */
const row = (cells: readonly (string | number | null)[]): string =>
  stringify([[...cells]], { escape_formulas: true });

/** A line for each issue. Spreadsheets recognise UTF-8 by the byte order mark. */
const CSV_FORMAT: Format = {
  head: `\uFEFF${row(COLUMNS)}`,
  line: (issue) => row(COLUMNS.map((column) => issue[column])),
  foot: () => '',
};

/**
 * Opens a report: a table of issues where the file's name ends in `.csv`, else one JSON object.
 *
 * @throws the file system's error when the file cannot be written
 */
export const openReportFile = async (file: string): Promise<ReportFile> => {
  const format = /\.csv$/i.test(file) ? CSV_FORMAT : JSON_FORMAT;
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
