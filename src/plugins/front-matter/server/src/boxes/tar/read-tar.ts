import { readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import type { BoxEntry } from '../box-entry';
import { BoxError } from '../box-error';
import { readRange } from '../read-range';
import { brokenError, refuseBroken } from '../refuse-broken';
import { modifiedAtOf, nameOf, obstacleOf } from './tar-header';
import type { TarMeter } from './tar-meter';

interface TarFile {
  /** Opened for reading; stays open. */
  readonly file: number;
  /** In bytes. */
  readonly size: number;
  readonly isGzip: boolean;
}

/**
 * Reads the entries of a tar, or of one in a gzip, in their order.
 *
 * @throws BoxError where it cannot be read
 */
export async function* readTar(tar: TarFile, meter: TarMeter): AsyncGenerator<BoxEntry> {
  yield* refuseBroken(entriesOf(tar, meter), () => meter.place);
}

async function* entriesOf(tar: TarFile, meter: TarMeter): AsyncGenerator<BoxEntry> {
  const extractor = extract(OPTIONS);
  let failure: unknown = null;
  const feeding = feed(tar, meter, extractor).catch((error: unknown) => {
    failure = error;
  });
  try {
    for await (const entry of extractor) {
      const { header } = entry;
      const name = nameOf(header);
      meter.addEntry(name, header.size);
      yield {
        name,
        // Tars of old know a folder by its name alone.
        isFolder: header.type === 'directory' || (name.endsWith('/') && header.size === 0),
        obstacle: obstacleOf(header),
        modifiedAt: modifiedAtOf(header),
        read: () => refuseBroken(bytesOf(entry), () => ['broken-file', name]),
      };
      entry.resume();
    }
  } catch (error) {
    await feeding;
    throw explained(failure ?? error, tar, meter);
  } finally {
    // Nothing reads from the file any longer when it is closed.
    extractor.destroy();
    await feeding;
  }
  if (!tar.isGzip) assertEnded(tar, meter);
}

/** The types leave out what tar-stream documents. */
const OPTIONS: Parameters<typeof extract>[0] & {
  filenameEncoding: BufferEncoding;
  allowUnknownFormat: boolean;
} = {
  // One byte is one character: names are decoded here.
  filenameEncoding: 'latin1',
  // The checksum of each header has to fit all the same.
  allowUnknownFormat: true,
};

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('A chunk of a tar has no bytes.');
    yield chunk;
  }
}

const feed = ({ file, size, isGzip }: TarFile, meter: TarMeter, to: Extract): Promise<void> => {
  const bytes = readRange(file, 0, size);
  const watch = (chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> => meter.watch(chunks);
  return isGzip ? pipeline(bytes, createGunzip(), watch, to) : pipeline(bytes, watch, to);
};

/** Errors of zlib and of the operating system have a code; without one the bytes are no tar. */
const explained = (error: unknown, { isGzip }: TarFile, { entries }: TarMeter): unknown =>
  isGzip && entries === 0 && error instanceof Error && !('code' in error)
    ? new BoxError('not-tar', {}, { cause: error })
    : error;

/**
 * A tar ends with a block of zeros. One that breaks off between two entries is the only one that nothing
 * else would notice; a gzip has a checksum.
 */
const assertEnded = ({ file, size }: TarFile, { place }: TarMeter): void => {
  const last = Buffer.alloc(Math.min(BLOCK, size), 1);
  readSync(file, last, 0, last.length, size - last.length);
  if (last.some((byte) => byte !== 0)) throw brokenError(place, 'no end');
};

const BLOCK = 512;
