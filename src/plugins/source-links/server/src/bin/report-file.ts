import { appendFile } from 'node:fs/promises';

/** Adds lines of JSON to a file; to none where there is no name. */
export function reportTo(file: string | null): (line: object) => Promise<void> {
  return async (line) => {
    if (file !== null) await appendFile(file, `${JSON.stringify(line)}\n`);
  };
}
