import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  type ZipFile,
} from 'yauzl';
import type { BoxEntry, EntryObstacle } from '../box-entry';
import { BoxError } from '../box-error';
import { crc32 } from './crc32';
import { decodeName } from '../decode-name';
import { brokenError, refuseBroken } from '../refuse-broken';
import { ZipFileReader } from './zip-file';

/**
 * Reads the entries of a zip, in the order of the list at its end.
 *
 * @param file opened for reading; stays open
 * @param size of the file, in bytes
 * @throws BoxError where the zip cannot be read
 */
export async function* readZip(file: number, size: number): AsyncGenerator<BoxEntry> {
  yield* refuseBroken(entriesOf(file, size), () => ['broken-zip']);
}

async function* entriesOf(file: number, size: number): AsyncGenerator<BoxEntry> {
  const reader = new ZipFileReader(file);
  // Names are decoded here: yauzl knows but two encodings, and stops at the first name that it dislikes.
  const zip = await fromRandomAccessReaderPromise(reader, size, { decodeStrings: false });
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    yield {
      name,
      isFolder: name.endsWith('/') || typeOf(entry) === TYPE.folder,
      obstacle: obstacleOf(entry),
      modifiedAt: modifiedAtOf(entry),
      read: () => refuseBroken(bytesOf(zip, entry, name), () => ['broken-file', name]),
    };
  }
  assertListEnds(zip, reader);
}

/**
 * Windows programs separate by backslashes. A name in UTF-8 that is added to one in the local encoding
 * goes before it.
 */
const nameOf = (entry: Entry): string => {
  const { fileNameRaw: bytes, extraFields } = entry;
  const cp437 = getFileNameLowLevel(0, bytes, [], true);
  const added = getFileNameLowLevel(0, bytes, extraFields, true);
  const name = added === cp437 ? decodeName(bytes, () => cp437) : added;
  return name.replaceAll('\\', '/');
};

/** The date of the list itself has no month zero, and counts in the zone of whoever reads it, as `unzip` does. */
const modifiedAtOf = (entry: Entry): Date | null => {
  const date = entry.getLastModDate();
  const isTold = entry.lastModFileDate !== 0 || date.getFullYear() >= FIRST_YEAR;
  return isTold && !Number.isNaN(date.getTime()) ? date : null;
};

/** Of the dates in lists of zips. */
const FIRST_YEAR = 1980;

/** The upper half of the attributes is a mode of Unix, or nothing. */
const typeOf = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0o170000;

const TYPE = { none: 0, file: 0o100000, folder: 0o040000, link: 0o120000 } as const;

const obstacleOf = (entry: Entry): EntryObstacle | null => {
  const type = typeOf(entry);
  if (type === TYPE.link) return 'link';
  if (type !== TYPE.none && type !== TYPE.file && type !== TYPE.folder) return 'special';
  if (entry.isEncrypted()) return 'encrypted';
  return entry.canDecodeFileData() ? null : 'packing';
};

/** Bytes as they come out, with the length (yauzl) and the checksum that the zip says. */
async function* bytesOf(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer> {
  let sum = 0;
  const chunks: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw brokenError(['broken-file', name], 'wrong checksum');
}

/**
 * Zips of more than 65,535 entries need a longer number than old programs write: they say the rest of
 * the division, and what is behind would be left out unseen.
 */
const assertListEnds = (zip: ZipFile, reader: ZipFileReader): void => {
  const start = Buffer.alloc(LISTED.length);
  // Typed as a flag by mistake.
  reader.read(start, 0, start.length, Number(zip.readEntryCursor), () => undefined);
  if (start.toString('latin1') !== LISTED) return;
  throw new BoxError('zip-more', { count: zip.entryCount });
};

/** What each entry of the list begins with. */
const LISTED = 'PK\x01\x02';
