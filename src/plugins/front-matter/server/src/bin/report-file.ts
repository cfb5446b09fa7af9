import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import { stringify } from 'csv-stringify/sync';

import type { ImportReport, ReportIssue } from '../services/import/report';

/** A report that is written while the import runs: its issues are never all in memory. */
export interface ReportFile {
  add(issue: ReportIssue): void;
  /** Writes the counts and closes the file; without a report the file is whole all the same. */
  close(report: ImportReport | null): Promise<void>;
}

/** How a report is written down. */
interface Form {
  readonly head: string;
  readonly line: (issue: ReportIssue, isFirst: boolean) => string;
  readonly foot: (report: ImportReport | null) => string;
}

/** The issues first, since they are known first, then the counts. */
const JSON_FORM: Form = {
  head: '{"issues":[',
  line: (issue, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(issue)}`,
  foot(report) {
    const counts = report === null ? '' : `,${JSON.stringify(report).slice(1, -1)}`;
    return `\n]${counts}}\n`;
  },
};

const COLUMNS = ['path', 'line', 'column', 'severity', 'code', 'field', 'message'] as const;

/** An archive's texts are nobody's formulas: a spreadsheet is to show them, not to work them out. */
const row = (cells: readonly (string | number | null)[]): string =>
  stringify([[...cells]], { escape_formulas: true });

/** A line for each issue. Spreadsheets take the byte order mark for a sign that the text is UTF-8. */
const CSV_FORM: Form = {
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
  const form = /\.csv$/i.test(file) ? CSV_FORM : JSON_FORM;
  const stream = createWriteStream(file, { encoding: 'utf8' });
  await once(stream, 'open');
  const done = finished(stream);
  // Told when the file is closed; until then nobody listens.
  done.catch(() => undefined);
  let isFirst = true;
  stream.write(form.head);
  return {
    add(issue) {
      stream.write(form.line(issue, isFirst));
      isFirst = false;
    },
    async close(report) {
      stream.end(form.foot(report));
      await done;
    },
  };
};
