import type { JekyllConfig } from '../config/config';
import { coverOf, excluder } from './exclude';
import { type JekyllPlace, pathInSource } from './place';

/** Why Jekyll ignores a file or folder. */
type Omission = 'hidden' | 'excluded';

/** `EntryFilter#filter` for posts and for the folders above theirs; paths from the archive's root. */
export interface EntryFilter {
  /** Why Jekyll does not enter a folder that is not one of posts. */
  ofFolder(folder: string): Omission | null;
  /** Why Jekyll does not read a file in a folder of posts. */
  ofFile(file: string, place: JekyllPlace): Omission | null;
}

type Settings = Pick<JekyllConfig, 'include' | 'exclude' | 'source'>;

/** @param extraFolders further folders of posts, which are read even inside of excluded folders */
export const entryFilter = (config: Settings, extraFolders: readonly string[]): EntryFilter => {
  const isExcluded = excluder(config);
  const includes = config.include.map(coverOf);
  const isIncluded = (entry: string): boolean =>
    includes.some((covers) => covers(entry) || covers(nameOf(entry)));

  /** @param entry as the filter gets it: a name, or for a post its path inside the folder of posts */
  const omissionOf = (entry: string, path: string): Omission | null => {
    if (isNeverListed(entry)) return 'hidden';
    if (isIncluded(entry)) return null;
    if (isHiddenName(entry)) return 'hidden';
    return isExcluded(path) ? 'excluded' : null;
  };
  const ofFolder = (folder: string): Omission | null => {
    const path = pathInSource(folder, config);
    if (path === null) return null;
    // `Dir.entries` lists names that begin with a dot; `Dir["**"]`, which finds posts, does not.
    const name = nameOf(path);
    if (name.endsWith('.')) return 'hidden';
    if (isIncluded(name)) return null;
    if (isHiddenName(name)) return 'hidden';
    return isExcluded(path) ? 'excluded' : null;
  };

  // Consecutive files mostly have the same folder.
  let last = { folder: '', omission: null as Omission | null };
  const above = (folder: string): Omission | null => {
    if (folder === '') return null;
    if (last.folder !== folder) {
      const omission =
        above(folder.slice(0, Math.max(folder.lastIndexOf('/'), 0))) ?? ofFolder(folder);
      last = { folder, omission };
    }
    return last.omission;
  };
  return {
    ofFolder,
    ofFile(file, { inside }) {
      const path = pathInSource(file, config) ?? file;
      const own = omissionOf(inside, path);
      if (own === 'hidden' || extraFolders.some((folder) => file.startsWith(`${folder}/`)))
        return own;
      const posts = /(?:^|\/)_(?:posts|drafts)\//.exec(path);
      const folder = posts === null ? '' : file.slice(0, file.length - path.length + posts.index);
      return above(folder) ?? own;
    },
  };
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Names that begin with `.`, `_`, `#` or `~`, or end with `~`. */
const isHiddenName = (entry: string): boolean =>
  /^[._#~]/.test(entry) || /^[._#~]/.test(nameOf(entry)) || entry.endsWith('~');

const isNeverListed = (inside: string): boolean =>
  inside.endsWith('.') || inside.split('/').some((name) => name.startsWith('.'));
