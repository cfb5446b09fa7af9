import { createHash } from 'node:crypto';

import type { Archive } from '../../archive/archive';
import type { ArchiveEntry } from '../../core/entry';
import type { Issue } from '../../core/issue';
import { fitPost, type FittedPost } from '../../core/plan/fit-post';
import type { Layout } from '../../core/plan/layout';
import { mapPost, type Mapping, type Trailer } from '../../core/plan/map-post';
import type { FileFacts } from '../../core/post';

/** One file of a batch, before it is read. */
export interface SeenFile {
  readonly key: string;
  readonly entry: ArchiveEntry;
  /** SHA-256 of the bytes, in hex. */
  readonly checksum: string;
}

/** One file, read and fitted to its content type. */
export type ExaminedFile = SeenFile & { readonly issues: readonly Issue[] } & (
    | {
        readonly status: 'ready';
        readonly repaired: boolean;
        readonly file: FileFacts;
        readonly post: FittedPost;
        /** False when the file's bytes are more than its text gives back. */
        readonly isWhole: boolean;
      }
    | { readonly status: 'quarantined' }
    | { readonly status: 'skipped' }
  );

/** What examining needs besides the file. */
export interface Examiner {
  readonly archive: Archive;
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly readTrailer: (content: string) => Trailer;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Which parts of a post a layout has attributes for. */
export const mappingOf = (layout: Layout): Mapping => ({
  parts: new Set([...layout.fields.keys(), ...layout.terms.map(({ kind }) => kind)]),
  keys: new Set(layout.keys.keys()),
});

export const checksumOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const BOM_LENGTH = 3;

/** True when header and content, encoded again, are the file's bytes. */
const isWhole = (file: FileFacts, content: string, bytes: Uint8Array): boolean =>
  /^utf-?8$/i.test(file.encoding) &&
  Buffer.byteLength(file.header) + Buffer.byteLength(content) + (file.bom ? BOM_LENGTH : 0) ===
    bytes.byteLength;

/** Reads a file and fits its post to the content type. Never throws for what a file holds. */
export const examineFile = (seen: SeenFile, examiner: Examiner): ExaminedFile => {
  const { archive, layout, mapping, readTrailer, now } = examiner;
  const reading = archive.read(seen.entry);
  if (reading.status === 'quarantined' || reading.status === 'skipped') {
    return { ...seen, status: reading.status, issues: reading.issues };
  }
  const mapped = mapPost(reading.post, readTrailer(reading.post.content), mapping, now);
  const fit = fitPost(mapped, layout);
  if (!fit.ok)
    return { ...seen, status: 'quarantined', issues: [...reading.issues, ...fit.issues] };
  return {
    ...seen,
    status: 'ready',
    repaired: reading.status === 'repaired',
    file: reading.file,
    post: fit.post,
    isWhole: isWhole(reading.file, reading.post.content, seen.entry.bytes),
    issues: [...reading.issues, ...fit.post.issues],
  };
};
