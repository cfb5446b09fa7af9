import { createHash } from 'node:crypto';
import { closeSync, futimesSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { BoxError, shownName } from './box-error';
import type { Amounts } from './limits';
import type { RefusalKey } from './refusals';

/**
 * The folder that a box is unpacked into, empty at first. No two entries may have one path, nor paths
 * that are the same once accents are composed: the ledger and some disks could not tell them apart.
 *
 * Calls are synchronous: for small files that is several times faster than the thread pool.
 */
export class UnpackedFolder {
  /** Keys of composed paths. */
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  /** Keys of paths as they are written. */
  readonly #made = new Set<string>();
  /** Most files have the same parent as the one before. */
  #lastParent = '';

  constructor(
    readonly root: string,
    private readonly amounts: Amounts
  ) {}

  get files(): number {
    return this.#files.size;
  }

  /**
   * Makes a folder; one that is there already stays.
   *
   * @param path checked by `checkPath`
   * @throws BoxError `BOX_DOUBLED` where a file has its name
   */
  addFolder(path: string): void {
    if (path === '') return;
    this.#addParents(path);
    this.#make(path);
  }

  /**
   * Writes a file, with the folders that it is in.
   *
   * @param path checked by `checkPath`
   * @param modifiedAt when it was changed last; null for now
   * @throws BoxError `BOX_DOUBLED`, or what `Amounts` throws
   */
  async addFile(
    path: string,
    chunks: AsyncIterable<Uint8Array>,
    modifiedAt: Date | null
  ): Promise<void> {
    this.#addParents(path);
    const key = keyOf(path.normalize('NFC'));
    if (this.#files.has(key)) throw doubled('doubled', path);
    if (this.#folders.has(key)) throw doubled('doubled-kind', path);
    this.#files.add(key);
    // Never through something that is there: a link would lead elsewhere.
    const file = onDisk(path, () => openSync(`${this.root}/${path}`, 'wx', 0o644));
    try {
      let length = 0;
      for await (const chunk of chunks) {
        length += chunk.length;
        this.amounts.addBytes(chunk.length, length, path);
        writeFileSync(file, chunk);
      }
      if (modifiedAt !== null) futimesSync(file, modifiedAt, modifiedAt);
    } finally {
      closeSync(file);
    }
  }

  #addParents(path: string): void {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (parent === this.#lastParent) return;
    for (let end = parent.indexOf('/'); end !== -1; end = parent.indexOf('/', end + 1)) {
      this.#addParent(parent.slice(0, end));
    }
    if (parent !== '') this.#addParent(parent);
    this.#lastParent = parent;
  }

  /** Counted, since one name of an entry may ask for thousands of folders. */
  #addParent(path: string): void {
    if (this.#make(path)) this.amounts.addEntry(path);
  }

  /** @returns false where it is there already */
  #make(path: string): boolean {
    const written = keyOf(path);
    if (this.#made.has(written)) return false;
    const key = keyOf(path.normalize('NFC'));
    if (this.#files.has(key)) throw doubled('doubled-kind', path);
    onDisk(path, () => mkdirSync(`${this.root}/${path}`, 0o755));
    this.#folders.add(key);
    this.#made.add(written);
    return true;
  }
}

/** A hash, so that a million names of four kilobytes do not have to be in memory. */
const keyOf = (path: string): string => createHash('sha256').update(path).digest('binary');

const doubled = (key: RefusalKey, path: string): BoxError =>
  new BoxError(key, { name: shownName(path) });

/** What a disk refuses because of a name: one that does not tell upper and lower case apart, say. */
const onDisk = <Result>(path: string, call: () => Result): Result => {
  try {
    return call();
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === 'EEXIST') {
      throw doubled('doubled-disk', path);
    }
    if (code !== 'ENAMETOOLONG') throw error;
    throw new BoxError('path-disk', { name: shownName(path) });
  }
};
