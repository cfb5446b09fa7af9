import type { RubyHash } from '../../read/psych/value';
import type { DefaultSet, JekyllConfig } from './config';
import { deepMerge } from './deep-merge';
import { matchesGlob } from './glob';

/**
 * `FrontmatterDefaults#all`: what the configuration gives a post. The set with the longer path
 * wins; of two as long, the one that names a type.
 *
 * @param path from the folder of collections
 */
export function defaultsFor(path: string, config: JekyllConfig): RubyHash {
  let defaults: RubyHash = new Map();
  let strongest: DefaultSet | null = null;
  for (const set of config.defaults) {
    if (!applies(set, path, config.collectionsDir)) continue;
    if (strongest === null || precedes(set, strongest)) {
      defaults = deepMerge(defaults, set.values);
      strongest = set;
    } else {
      defaults = deepMerge(set.values, defaults);
    }
  }
  return defaults;
}

function applies(set: DefaultSet, path: string, collectionsDir: string): boolean {
  if (set.type !== null && set.type !== 'posts') return false;
  if (set.path === '') return true;
  if (!set.path.includes('*')) return path.startsWith(withoutFolder(set.path, collectionsDir));
  const pattern = set.path.replace(/^\/+|\/+$/g, '');
  // A slash at a pattern's end matches folders only.
  const candidates = onDisk(path, collectionsDir).slice(0, set.path.endsWith('/') ? -1 : undefined);
  return candidates.some(
    (existing) =>
      matchesGlob(pattern, existing) && path.startsWith(withoutFolder(existing, collectionsDir))
  );
}

/** A glob is matched against what is on the disk: the post's file and the folders above it. */
function onDisk(path: string, collectionsDir: string): string[] {
  const whole = collectionsDir === '' ? path : `${collectionsDir}/${path}`;
  const parts = whole.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function withoutFolder(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function precedes(set: DefaultSet, other: DefaultSet): boolean {
  const [length, otherLength] = [lengthOf(set.path), lengthOf(other.path)];
  if (length !== otherLength) return length > otherLength;
  return set.type !== null || other.type === null;
}

/** Slashes at the ends count only where there is none at the start. */
function lengthOf(path: string): number {
  return (path.startsWith('/') ? path.slice(1).replace(/(?<=[^/])\/$/, '') : path).length;
}
