import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The name and version of the package that a folder is in. */
export const packageOf = (folder: string): string => {
  for (let at = folder; ; at = path.dirname(at)) {
    try {
      const text = readFileSync(path.join(at, 'package.json'), 'utf8');
      const { name, version } = JSON.parse(text) as Readonly<Record<string, unknown>>;
      return `${String(name)} ${String(version)}`;
    } catch (error) {
      if (at === path.dirname(at)) throw error;
    }
  }
};
