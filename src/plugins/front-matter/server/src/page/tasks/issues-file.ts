import path from 'node:path';

/** The issues of a task, one JSON object a line, in its folder. */
export const issuesFile = (folder: string): string => path.join(folder, 'issues.jsonl');
