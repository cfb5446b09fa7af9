export type BoxKind = 'zip' | 'gzip' | 'tar';

/** First bytes of a file that are enough to tell its kind. */
export const KIND_BYTES = 512;

/** A file's entry, the end of a zip without entries, and the mark of a zip that was to be split. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const GZIP_START = '\x1f\x8b\x08';

/** What `ustar` and GNU tar write into each header, and where. */
const TAR_MAGIC = 'ustar';
const TAR_MAGIC_AT = 257;

/**
 * Tells what kind of box a file is, whatever it is called. That a gzip holds a tar is not seen here.
 *
 * @param first the first bytes of the file; 512 are enough
 */
export const kindOf = (first: Buffer): BoxKind | null => {
  const startsWith = (text: string, at = 0): boolean =>
    first.toString('latin1', at, at + text.length) === text;
  if (ZIP_STARTS.some((start) => startsWith(start))) return 'zip';
  if (startsWith(GZIP_START)) return 'gzip';
  return startsWith(TAR_MAGIC, TAR_MAGIC_AT) ? 'tar' : null;
};
