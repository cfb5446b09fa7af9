import { stringify } from 'csv-stringify/sync';

import type { ReportIssue } from './report-issue';

/** A format of reports, which are written while their issues become known. */
interface ReportFormat {
  readonly head: string;
  readonly line: (issue: ReportIssue, isFirst: boolean) => string;
  /** @param counts what the run came to, if it did */
  readonly foot: (counts: object | null) => string;
}

/** First the issues, then the counts, as they become known. */
const JSON_FORMAT: ReportFormat = {
  head: '{"issues":[',
  line: (issue, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(issue)}`,
  foot(counts) {
    const more = counts === null ? '' : `,${JSON.stringify(counts).slice(1, -1)}`;
    return `\n]${more}}\n`;
  },
};

const COLUMNS = ['path', 'line', 'column', 'severity', 'code', 'field', 'message'] as const;

/** A row of CSV. Formulas are escaped, so that a spreadsheet does not run texts of an archive. */
const row = (cells: readonly (string | number | null)[]): string =>
  stringify([[...cells]], { escape_formulas: true });

/** A line for each issue. Spreadsheets recognise UTF-8 by the byte order mark. */
const CSV_FORMAT: ReportFormat = {
  head: `\uFEFF${row(COLUMNS)}`,
  line: (issue) => row(COLUMNS.map((column) => issue[column])),
  foot: () => '',
};

/** The formats that a report can have. */
export const REPORT_FORMATS = { json: JSON_FORMAT, csv: CSV_FORMAT };
