import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BoxEntry, obstacleError } from './box-entry';
import { BoxError, shownName } from './box-error';
import { checkPath } from './check-path';
import { fillFolder } from './fill-folder';
import { findRoot } from './find-root';
import { isJunk } from './is-junk';
import { KIND_BYTES, kindOf } from './kind-of';
import { Amounts, type BoxLimits } from './limits';
import { readTar } from './tar/read-tar';
import { readZip } from './zip/read-zip';
import { TarMeter } from './tar/tar-meter';
import { UnpackedFolder } from './unpacked-folder';

export { BoxError } from './box-error';
export type { BoxErrorCode } from './refusals';
export type { BoxLimits } from './limits';

export interface UnpackOptions {
  readonly signal: AbortSignal;
  /** Called a few times a second with the number of files so far, and once at the end. */
  onProgress(files: number): void;
}

/** What came out of a box. */
export interface Unpacked {
  readonly files: number;
  /** Of all files together. */
  readonly bytes: number;
  /** The folder that is the archive: `into`, or the one single folder in it. */
  readonly root: string;
}

/**
 * Unpacks a zip, tar.gz or tar into a folder. What kind it is is told by its first bytes. Blocks the
 * event loop while it writes: see `unpackInThread`.
 *
 * What macOS adds, and the insides of `.git`, are passed over. Whatever goes wrong, `into` is removed
 * with all that is in it before the promise rejects.
 *
 * @param box the file
 * @param into a folder that is empty or not there; its parent has to be
 * @throws BoxError for a box that is refused, or Error of the operating system
 * @throws unknown the signal's reason
 */
export const unpackBox = (
  box: string,
  into: string,
  limits: BoxLimits,
  options: UnpackOptions
): Promise<Unpacked> =>
  fillFolder(into, options.signal, (root) => unpack(box, root, limits, options));

const unpack = async (
  box: string,
  into: string,
  limits: BoxLimits,
  { signal, onProgress }: UnpackOptions
): Promise<Unpacked> => {
  const file = openSync(box, 'r');
  try {
    const { size } = fstatSync(file);
    const amounts = new Amounts(limits, size);
    const folder = new UnpackedFolder(into, amounts);
    const report = atIntervals(onProgress);
    for await (const entry of entriesOf(file, size, new TarMeter(amounts, signal))) {
      signal.throwIfAborted();
      amounts.addEntry(entry.name);
      await take(entry, folder, signal);
      report(folder.files);
    }
    if (folder.files === 0) {
      throw new BoxError('empty');
    }
    onProgress(folder.files);
    return { files: folder.files, bytes: amounts.bytes, root: await findRoot(into) };
  } finally {
    // A chunk that nobody wants any longer may be about to be read.
    await nextTurn();
    closeSync(file);
  }
};

const entriesOf = (file: number, size: number, meter: TarMeter): AsyncIterable<BoxEntry> => {
  const first = Buffer.alloc(KIND_BYTES);
  readSync(file, first, 0, first.length, 0);
  const kind = kindOf(first);
  if (kind === 'zip') return readZip(file, size);
  if (kind !== null) return readTar({ file, size, isGzip: kind === 'gzip' }, meter);
  throw new BoxError('not-archive');
};

/** Puts an entry into the folder. What is passed over is not looked at any further. */
const take = async (
  entry: BoxEntry,
  folder: UnpackedFolder,
  signal: AbortSignal
): Promise<void> => {
  const { name, isFolder, obstacle } = entry;
  if (isJunk(name)) return;
  const inner = checkPath(name, folder.root);
  if (obstacle !== null) throw obstacleError(obstacle, name);
  if (isFolder) {
    folder.addFolder(inner);
    return;
  }
  if (inner === '') {
    throw new BoxError('path-nameless', { name: shownName(name) });
  }
  await folder.addFile(inner, abortable(entry.read(), signal), entry.modifiedAt);
};

async function* abortable<Chunk>(
  chunks: AsyncIterable<Chunk>,
  signal: AbortSignal
): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
  }
}

/** Milliseconds between two reports. */
const INTERVAL = 250;

const atIntervals = (report: (files: number) => void): ((files: number) => void) => {
  let next = 0;
  return (files) => {
    if (performance.now() < next) return;
    next = performance.now() + INTERVAL;
    report(files);
  };
};
