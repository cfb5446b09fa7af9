import type { JekyllConfig } from '../core/dialects/jekyll/config';
import { excluder } from '../core/dialects/jekyll/exclude';
import { placeInArchive } from '../core/dialects/jekyll/place';
import type { Selection } from './list-files';
import { isSystemFile } from './system-files';

/** Everything under `_posts`, `_drafts` and the further folders, wherever Jekyll looks for them. */
export function jekyllSelection(config: JekyllConfig, extraFolders: readonly string[]): Selection {
  const isInside = (file: string): boolean => {
    if (placeInArchive(file, extraFolders, config.collectionsDir) === null) return false;
    if (extraFolders.some((folder) => file.startsWith(`${folder}/`))) return true;
    return config.collectionsDir === '' || file.startsWith(config.collectionsDir);
  };
  const isLeftOut = excluder({ include: config.include, exclude: ALWAYS_LEFT_OUT });
  const leadsTo = (folder: string, target: string): boolean =>
    target === folder || target.startsWith(`${folder}/`);
  return {
    takes: (file) => isInside(file) && !isSystemFile(file),
    enters: (folder) => {
      const name = folder.slice(folder.lastIndexOf('/') + 1);
      if (isInside(`${folder}/x`)) return name !== '.git';
      if (extraFolders.some((extra) => leadsTo(folder, extra))) return true;
      return !/^[._#~]|[~.]$/.test(name) && !isLeftOut(folder);
    },
  };
}

/** Folders of tools, which Jekyll never looks into and where other people's posts may lie. */
const ALWAYS_LEFT_OUT = [
  'node_modules',
  'gemfiles',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];
