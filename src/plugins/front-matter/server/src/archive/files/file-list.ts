/**
 * Why a file cannot be opened, or must not be: a link out of the archive or to nowhere; a pipe,
 * socket or device; a folder that may not be read; a name that is not text, or that another file has.
 */
export type Obstacle = (typeof OBSTACLES)[number];

const OBSTACLES = ['stray', 'special', 'closed', 'not-text', 'ambiguous'] as const;

export interface ListedFile {
  /** From the archive's root, `/` between its parts; bytes that are not text are written as `%XX`. */
  readonly path: string;
  readonly obstacle: Obstacle | null;
}

/** A list as it is passed to another thread, which shares the memory. */
export interface PackedFiles {
  /** The paths in UTF-8, one after the other, in their byte order. */
  readonly bytes: Uint8Array;
  /** Where each path ends. */
  readonly ends: Uint32Array;
  /** 0 for none, else one more than the place among `OBSTACLES`. */
  readonly obstacles: Uint8Array;
}

/**
 * The files of an archive, in the byte order of their paths. There may be a million of them, which two
 * threads hold during an import: as strings they would take several hundred megabytes.
 */
export class FileList implements Iterable<ListedFile> {
  readonly #bytes: Buffer;

  constructor(readonly packed: PackedFiles) {
    const { buffer, byteOffset, byteLength } = packed.bytes;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
  }

  /** Files in any order. */
  static of(files: Iterable<ListedFile>): FileList {
    const list = new FileListBuilder();
    for (const { path, obstacle } of files) list.add(path, obstacle);
    return list.build();
  }

  get length(): number {
    return this.packed.ends.length;
  }

  pathAt(index: number): string {
    const { ends } = this.packed;
    return this.#bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
  }

  /** The index of a file; -1 for one that is not in the list. */
  indexOf(path: string): number {
    const wanted = Buffer.from(path);
    const { ends } = this.packed;
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#bytes.subarray(ends[middle - 1] ?? 0, ends[middle]);
      const order = Buffer.compare(found, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** What keeps a file from being read, by its index; undefined for one that is not in the list. */
  obstacleAt(index: number): Obstacle | null | undefined {
    const packed = this.packed.obstacles[index];
    return packed === undefined ? undefined : (OBSTACLES[packed - 1] ?? null);
  }

  *paths(): Generator<string> {
    for (let index = 0; index < this.length; index += 1) yield this.pathAt(index);
  }

  *[Symbol.iterator](): Generator<ListedFile> {
    for (let index = 0; index < this.length; index += 1) {
      yield { path: this.pathAt(index), obstacle: this.obstacleAt(index) ?? null };
    }
  }
}

/** Builds a list from files in any order. */
export class FileListBuilder {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #used = 0;
  readonly #ends: number[] = [];
  readonly #obstacles: number[] = [];

  add(path: string, obstacle: Obstacle | null): void {
    const end = this.#used + Buffer.byteLength(path);
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(end, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#bytes.write(path, this.#used);
    this.#used = end;
    this.#ends.push(end);
    this.#obstacles.push(obstacle === null ? 0 : OBSTACLES.indexOf(obstacle) + 1);
  }

  build(): FileList {
    const count = this.#ends.length;
    const bytes = Buffer.from(new SharedArrayBuffer(this.#used));
    const ends = new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));
    const obstacles = new Uint8Array(new SharedArrayBuffer(count));
    let used = 0;
    for (const [place, index] of this.#inByteOrder().entries()) {
      used += this.#bytes.copy(bytes, used, this.#ends[index - 1] ?? 0, this.#ends[index]);
      ends[place] = used;
      obstacles[place] = this.#obstacles[index] ?? 0;
    }
    return new FileList({ bytes, ends, obstacles });
  }

  /** Not by `Buffer.compare`, which takes three times as long for short texts. */
  #inByteOrder(): Uint32Array {
    const bytes = this.#bytes;
    const ends = Uint32Array.from(this.#ends);
    return Uint32Array.from(ends.keys()).sort((a, b) => {
      let atA = ends[a - 1] ?? 0;
      let atB = ends[b - 1] ?? 0;
      const lengthA = (ends[a] ?? 0) - atA;
      const lengthB = (ends[b] ?? 0) - atB;
      const common = atA + Math.min(lengthA, lengthB);
      while (atA < common && bytes[atA] === bytes[atB]) {
        atA += 1;
        atB += 1;
      }
      return atA === common ? lengthA - lengthB : (bytes[atA] ?? 0) - (bytes[atB] ?? 0);
    });
  }
}
