import type { RubyHash } from '../psych/value';
import type { DefaultSet, JekyllConfig } from '../config/config';
import { deepMerge } from '../config/deep-merge';
import { compileGlob } from '../glob';

/**
 * `FrontmatterDefaults#all`: finds the configuration's defaults of a post by its path, relative to the
 * folder of collections. The set with the longer path wins; of two as long, the one that names a type.
 *
 * @throws TooComplexError from the returned function, where sets cannot be merged
 */
export const defaultsFinder = ({
  defaults,
  collectionsDir,
}: JekyllConfig): ((path: string) => RubyHash) => {
  const sets = defaults
    .filter(({ type }) => type === null || type === 'posts')
    .map((set, index) => ({ set, index, covers: coverOf(set.path, collectionsDir) }));
  // Consecutive files are mostly covered by the same sets.
  let last = { key: '', merged: mergeSets([]) };
  return (path) => {
    const covering = sets.filter(({ covers }) => covers(path));
    const key = covering.map(({ index }) => index).join();
    if (key !== last.key) last = { key, merged: mergeSets(covering.map(({ set }) => set)) };
    return last.merged;
  };
};

const mergeSets = (sets: readonly DefaultSet[]): RubyHash => {
  let merged: RubyHash = new Map();
  let strongest: DefaultSet | null = null;
  for (const set of sets) {
    if (strongest === null || precedes(set, strongest)) {
      merged = deepMerge(merged, set.values);
      strongest = set;
    } else {
      merged = deepMerge(set.values, merged);
    }
  }
  return merged;
};

/** Tells whether the path of a scope covers a post's. */
const coverOf = (scope: string, collectionsDir: string): ((path: string) => boolean) => {
  if (scope === '') return () => true;
  if (!scope.includes('*')) {
    const start = withoutFolder(scope, collectionsDir);
    return (path) => path.startsWith(start);
  }
  const match = compileGlob(trimSlashes(scope));
  // A slash at a pattern's end matches folders only.
  const takesFiles = !scope.endsWith('/');
  return (path) => {
    // Jekyll matches a glob against files on the disk: the post's file and the folders above it.
    const names = (collectionsDir === '' ? path : `${collectionsDir}/${path}`).split('/');
    const lengths = [...match(names)].filter((length) => takesFiles || length < names.length);
    return lengths.some((length) =>
      path.startsWith(withoutFolder(names.slice(0, length).join('/'), collectionsDir))
    );
  };
};

const trimSlashes = (path: string): string => {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end).replace(/^\/+/, '');
};

const withoutFolder = (path: string, folder: string): string =>
  folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;

const precedes = (set: DefaultSet, other: DefaultSet): boolean => {
  const [length, otherLength] = [lengthOf(set.path), lengthOf(other.path)];
  if (length !== otherLength) return length > otherLength;
  return set.type !== null || other.type === null;
};

/** Slashes at the ends count only where there is none at the start. */
const lengthOf = (path: string): number =>
  (path.startsWith('/') ? path.slice(1).replace(/(?<=[^/])\/$/, '') : path).length;
