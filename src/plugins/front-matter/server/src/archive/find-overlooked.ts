import { opendir } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '../core/dialects/dialect';
import { type Issue, issueOf } from '../core/issue';
import { SETTINGS_FILE } from './settings/settings';

/** How many folders are looked into, and how many names of each: this is advice, and costs little. */
const FOLDERS = 200;
const NAMES = 1_000;

/**
 * Reports folders beside those of posts that hold files named as posts are: they may have been forgotten.
 *
 * @param root absolute
 */
export const findOverlooked = async (root: string, site: Site): Promise<Issue[]> => {
  const { looksLikePost, selection, source } = site;
  if (looksLikePost === undefined) return [];
  const issues: Issue[] = [];
  for (const folder of await foldersIn(root, source?.folder ?? '')) {
    const example = await findName(
      path.join(root, folder),
      (name) => looksLikePost(`${folder}/${name}`) && !selection.takes(`${folder}/${name}`)
    );
    if (example === null) continue;
    issues.push(
      issueOf('FOLDER_NOT_READ', {
        message: `Nothing is read from "${folder}", which holds files that are named like posts, such as "${example}". If they are posts, name it with --posts, or as "posts" in ${SETTINGS_FILE}.`,
      })
    );
  }
  return issues;
};

/** From the archive's root, in the order of their names. */
const foldersIn = async (root: string, above: string): Promise<string[]> => {
  const folders: string[] = [];
  for await (const entry of await opendir(path.join(root, above))) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) {
      folders.push(above === '' ? entry.name : `${above}/${entry.name}`);
    }
    if (folders.length === FOLDERS) break;
  }
  return folders.sort();
};

/** The first name that fits; null where none does, or the folder cannot be read. */
const findName = async (
  folder: string,
  fits: (name: string) => boolean
): Promise<string | null> => {
  let looked = 0;
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.isFile() && fits(entry.name)) return entry.name;
      looked += 1;
      if (looked === NAMES) return null;
    }
  } catch {
    return null;
  }
  return null;
};
