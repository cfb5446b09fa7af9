import type { Task } from '../../../server/src/panel/task-contract';
import { taskAddress } from './addresses';

/** How a report can be written. */
export type ReportFormat = 'json' | 'csv';

/** Where a task's report is. */
export const reportAddress = (task: string, format: ReportFormat): string =>
  `${taskAddress(task)}/report?format=${format}`;

/** What a task's report is called as a file. */
export const reportName = (
  { key, kind, run, archiveName }: Pick<Task, 'key' | 'kind' | 'run' | 'archiveName'>,
  format: ReportFormat
): string => {
  const parts = [archiveName, kind, run ?? key].filter((part) => part !== null);
  return `${parts.join('-').replace(/[\s/\\:*?"<>|]+/gu, '-')}.${format}`;
};
