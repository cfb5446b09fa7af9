import type { FileList } from './file-list';

/** By a file's index in the list, the path of the file that is kept instead; null where it is kept itself. */
export type KeptInstead = (index: number) => string | null;

/**
 * Finds files of further folders whose name is in an earlier folder, too: a post that was copied instead
 * of moved. The archive's own `_posts` come first, then the folders in their order.
 *
 * @param folders further folders of posts
 * @param nameOf gives the name that copies of a file share
 */
export const findDuplicates = (
  files: FileList,
  folders: readonly string[],
  nameOf: (path: string) => string = baseName
): KeptInstead => {
  if (folders.length === 0) return () => null;
  const kept = new FirstOfName(files, nameOf);
  const instead = new Uint32Array(files.length);
  const rankOf = (path: string): number =>
    folders.findIndex((folder) => path.startsWith(`${folder}/`));
  for (let rank = -1; rank < folders.length; rank += 1) {
    for (let index = 0; index < files.length; index += 1) {
      if (rankOf(files.pathAt(index)) !== rank) continue;
      const first = kept.claim(index);
      if (rank >= 0 && first !== index) instead[index] = first + 1;
    }
  }
  return (index) => {
    const place = instead[index] ?? 0;
    return place === 0 ? null : files.pathAt(place - 1);
  };
};

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The first file of each name: a hash table of indexes, a few bytes a file. */
class FirstOfName {
  readonly #files: FileList;
  readonly #nameOf: (path: string) => string;
  /** One more than a file's index; 0 for none. At most half of the slots are used. */
  readonly #slots: Uint32Array;

  constructor(files: FileList, nameOf: (path: string) => string) {
    this.#files = files;
    this.#nameOf = nameOf;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(files.length * 2 + 1)));
  }

  /** Claims a file's name, and returns the index of the first file that did. */
  claim(index: number): number {
    const name = this.#nameOf(this.#files.pathAt(index));
    const mask = this.#slots.length - 1;
    for (let slot = hash(name) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) {
        this.#slots[slot] = index + 1;
        return index;
      }
      if (this.#nameOf(this.#files.pathAt(place - 1)) === name) return place - 1;
    }
  }
}

/** FNV-1a of a text's code units. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
};
