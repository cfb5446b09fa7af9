import type { Selection } from '../../dialect';
import type { JekyllConfig } from '../config/config';
import { entryFilter } from './entry-filter';
import { excluder } from './exclude';
import { pathInSource, placeInArchive } from './place';

/** Everything under `_posts`, `_drafts` and the further folders, wherever Jekyll looks for them. */
export const selectFiles = (config: JekyllConfig, extraFolders: readonly string[]): Selection => {
  const isInside = (file: string): boolean => placeInArchive(file, extraFolders, config) !== null;
  const isToolsFolder = excluder({ include: [], exclude: ALWAYS_LEFT_OUT });
  const filter = entryFilter(config, extraFolders);
  const leadsTo = (folder: string, target: string): boolean =>
    target === folder || target.startsWith(`${folder}/`);
  const ways = config.source === '' ? extraFolders : [...extraFolders, config.source];
  return {
    takes: isInside,
    enters: (folder) => {
      const name = folder.slice(folder.lastIndexOf('/') + 1);
      if (isInside(`${folder}/x`)) return name !== '.git';
      if (ways.some((way) => leadsTo(folder, way))) return true;
      const inSource = pathInSource(folder, config);
      if (inSource === null || folder === config.destination) return false;
      const omission = filter.ofFolder(folder);
      // Excluded folders are entered, so that their files are reported as excluded.
      return omission === null || (omission === 'excluded' && !isToolsFolder(inSource));
    },
  };
};

/** Folders of tools, which Jekyll never enters and which may hold posts of other sites. */
const ALWAYS_LEFT_OUT = [
  'node_modules',
  'gemfiles',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];
