import type { Issue } from '../core/issue';

/** An issue and the file it is about; an empty path stands for the archive as a whole. */
export interface ReportIssue extends Issue {
  readonly path: string;
}
