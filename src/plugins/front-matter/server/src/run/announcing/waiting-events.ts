import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where an event stands in the file, in bytes. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** How many may wait: ten thousand are some hundred megabytes. */
const MOST = 10_000;

/** A file that has no name any more, so that it is gone with the process, whatever ends that. */
const openNameless = async (): Promise<FileHandle> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-matter-'));
  try {
    return await open(path.join(folder, 'events'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Events that wait for those before them to be taken, in a file: a receiver may be slow. */
export class WaitingEvents {
  #file: FileHandle | null = null;
  #end = 0;
  #places: Place[] = [];
  #isReading = false;

  get count(): number {
    return this.#places.length;
  }

  /**
   * Adds an event behind the others; one is added at a time.
   *
   * @returns false where too many wait
   * @throws the file system's error where it cannot be kept
   */
  async add(event: object): Promise<boolean> {
    if (this.#places.length === MOST) return false;
    this.#file ??= await openNameless();
    // What was taken is written over.
    if (this.#places.length === 0 && !this.#isReading) this.#end = 0;
    const bytes = Buffer.from(JSON.stringify(event));
    const at = this.#end;
    await this.#file.write(bytes, 0, bytes.length, at);
    this.#end = at + bytes.length;
    this.#places.push({ at, length: bytes.length });
    return true;
  }

  /** Takes the first event away, of which there is one. */
  async take(): Promise<object> {
    const place = this.#places.shift();
    if (place === undefined || this.#file === null) throw new Error('No event waits.');
    const { at, length } = place;
    this.#isReading = true;
    try {
      const { buffer } = await this.#file.read(Buffer.alloc(length), 0, length, at);
      return JSON.parse(buffer.toString()) as object;
    } finally {
      this.#isReading = false;
    }
  }

  /** Forgets what waits, and the file. */
  async clear(): Promise<void> {
    this.#places = [];
    const file = this.#file;
    this.#file = null;
    this.#end = 0;
    await file?.close();
  }
}
