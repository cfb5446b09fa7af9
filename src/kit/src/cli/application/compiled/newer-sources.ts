import { opendirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** What an application is compiled from. `package.json` is not: it is read by the site as it stands. */
const FOLDERS = ['config', 'src'];

const SKIPPED = new Set(['node_modules', 'dist', 'build']);

const SOURCE = /(?<!\.d)\.([cm]?)tsx?$|\.(?:[cm]?js|json)$/u;

/** So many files are looked at, and no more: an application has some hundreds. */
const MOST = 20_000;

/** A source that is newer than what was compiled of it. */
export interface NewerSource {
  /** Its absolute path. */
  readonly file: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
}

const changedAt = (file: string): number | null => {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return null;
  }
};

function* filesUnder(folder: string): Generator<string> {
  const entries: Dirent[] = [];
  try {
    const listing = opendirSync(folder);
    for (let entry = listing.readSync(); entry !== null; entry = listing.readSync()) {
      entries.push(entry);
    }
    listing.closeSync();
  } catch {
    return;
  }
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* filesUnder(place);
    } else if (SOURCE.test(entry.name)) yield place;
  }
}

function* sourcesOf(appDir: string): Generator<string> {
  let count = 0;
  for (const folder of FOLDERS) {
    for (const file of filesUnder(path.join(appDir, folder))) {
      if (count === MOST) return;
      count += 1;
      yield file;
    }
  }
}

const outputOf = (file: string): string =>
  file.replace(/\.([cm]?)tsx?$/u, (_, kind: string) => `.${kind}js`);

/**
 * Finds the sources of an application that were changed after they were compiled, or were never: by the times of
 * files alone, which a checkout by Git sets anew, so that they only say where to look.
 *
 * @param appDir the application's root
 * @param distDir where it was compiled to
 * @returns the newest first
 */
export const newerSources = (appDir: string, distDir: string): readonly NewerSource[] => {
  const newer: NewerSource[] = [];
  const unbuilt: NewerSource[] = [];
  let built = 0;
  for (const file of sourcesOf(appDir)) {
    const changed = changedAt(file);
    if (changed === null) continue;
    const output = changedAt(path.join(distDir, path.relative(appDir, outputOf(file))));
    if (output === null) unbuilt.push({ file, changed });
    else if (changed > output) newer.push({ file, changed });
    built = Math.max(built, output ?? 0);
  }
  // What is not compiled at all, such as the panel's part, has no output either.
  const added = unbuilt.filter(({ changed }) => changed > built);
  return [...newer, ...added].sort((a, b) => b.changed - a.changed);
};
