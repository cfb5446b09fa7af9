import type { ListedIssue } from '../../../server/src/panel/task-contract';

/** `path:line:column`, with as much of it as is known; empty for the archive as a whole. */
export const placeOf = ({
  path,
  line,
  column,
}: Pick<ListedIssue, 'path' | 'line' | 'column'>): string =>
  path === ''
    ? ''
    : [path, line, line === null ? null : column].filter((part) => part !== null).join(':');
