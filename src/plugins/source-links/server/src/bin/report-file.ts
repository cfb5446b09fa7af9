import { appendFile } from 'node:fs/promises';
import path from 'node:path';

/** Adds a line of JSON. */
export type Report = (line: object) => Promise<void>;

/**
 * Adds lines of JSON to a file; to none where there is no name.
 *
 * @param file relative to where the command was called, so this is called before its application boots
 */
export function reportTo(file: string | null): Report {
  const place = file === null ? null : path.resolve(file);
  return async (line) => {
    if (place !== null) await appendFile(place, `${JSON.stringify(line)}\n`);
  };
}
