import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { parseArchivesSettings } from '../../config/parse-settings';
import { DIALECTS } from '../../core/dialects/list';
import type { FolderList } from '../../panel/contract';
import type { ArchiveRow } from './archives';

/** So many are listed of one folder. */
const MOST = 500;

const rootsOf = (strapi: Core.Strapi): readonly string[] =>
  parseArchivesSettings(strapi.config.get('plugin::front-matter')).roots;

export const hasFolders = (strapi: Core.Strapi): boolean => rootsOf(strapi).length > 0;

/** Where a folder is, links followed; null where it is not below one of the configuration's roots. */
export const locateFolder = async (strapi: Core.Strapi, folder: string): Promise<string | null> => {
  // A NUL is in no name, and Node refuses it with an error of its own.
  if (folder.includes('\0')) return null;
  const base = strapi.dirs.app.root;
  const target = await realpath(path.resolve(base, folder)).catch(() => null);
  if (target === null) return null;
  for (const root of rootsOf(strapi)) {
    const home = await realpath(path.resolve(base, root)).catch(() => null);
    if (home === null) continue;
    const within = home.endsWith(path.sep) ? home : home + path.sep;
    if (target === home || target.startsWith(within)) return target;
  }
  return null;
};

/** Whether an archive's files may be read: a folder that was picked once may not be among those allowed any more. */
export const isAllowed = async (
  strapi: Core.Strapi,
  { origin, root }: Pick<ArchiveRow, 'origin' | 'root'>
): Promise<boolean> =>
  origin !== 'folder' || (root !== null && (await locateFolder(strapi, root)) === root);

const isShown = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

/** Whether a folder holds what posts are kept in. */
const looksLikeArchive = (names: readonly string[]): boolean =>
  DIALECTS.some(({ postFolders }) => postFolders.some((name) => names.includes(name)));

/**
 * The folders in a folder that may be picked; null where it may not.
 *
 * @param folder as it was listed; empty for the roots
 */
export const listFolders = async (
  strapi: Core.Strapi,
  folder: string
): Promise<FolderList | null> => {
  if (folder === '') {
    const folders = rootsOf(strapi).map((root) => ({ path: root, name: root }));
    return { path: '', folders, isCut: false, looksLikeArchive: false };
  }
  const target = await locateFolder(strapi, folder);
  if (target === null) return null;
  const entries = await readdir(target, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const shown = names.filter(isShown);
  return {
    path: folder,
    folders: shown.slice(0, MOST).map((name) => ({ path: path.posix.join(folder, name), name })),
    isCut: shown.length > MOST,
    looksLikeArchive: looksLikeArchive(names),
  };
};
