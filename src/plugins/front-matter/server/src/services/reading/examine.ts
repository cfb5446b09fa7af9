import { hash } from 'node:crypto';

import type { Archive } from '../../archive/archive';
import type { ArchiveEntry } from '../../core/entry';
import type { Issue } from '../../core/issue';
import { digestPost } from '../../core/plan/digest-post';
import { fitPost, type FittedPost, type PostFit } from '../../core/plan/fit-post';
import type { Layout } from '../../core/plan/layout';
import { mapPost, type Mapping, type Trailer } from '../../core/plan/map-post';
import type { FileFacts, Reading } from '../../core/post';
import { localisePost, type LocaleRules } from '../../core/translations/localise-post';
import { recordKey } from '../../ledger/keys';

/** One file of an archive, before it is read. */
export interface SeenFile {
  readonly key: string;
  readonly path: string;
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
        /** What the file says of its language; null for nothing. */
        readonly language: string | null;
        /** By attribute, digests of what the file says. */
        readonly digests: Readonly<Record<string, string>>;
        /** Base64 of the bytes, where they are more than the text gives back. */
        readonly raw: string | null;
      }
    | { readonly status: 'quarantined'; readonly raw: string | null }
    | { readonly status: 'skipped' }
  );

/** What examining needs besides the file. */
export interface Examiner {
  readonly archive: Archive;
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly readTrailer: (content: string) => Trailer;
  readonly settleSource: (post: FittedPost) => PostFit;
  readonly locales: LocaleRules;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Which parts of a post a layout has attributes for. */
export const mappingOf = (layout: Layout): Mapping => ({
  parts: new Set([...layout.fields.keys(), ...layout.terms.map(({ kind }) => kind)]),
  keys: new Set(layout.keys.keys()),
});

/** What can be said of a file without reading it. */
export const seeFile = (archive: string, { path, bytes }: ArchiveEntry): SeenFile => ({
  key: recordKey(archive, path),
  path,
  checksum: hash('sha256', bytes),
});

/** Longer files are not kept in the ledger: databases refuse such statements. */
const MAX_RAW = 4 * 1024 * 1024;

const base64 = (bytes: Uint8Array): string | null =>
  bytes.byteLength > MAX_RAW ? null : Buffer.from(bytes).toString('base64');

const BOM_LENGTH = 3;

type Readable = Extract<Reading, { readonly status: 'ok' | 'repaired' }>;

/**
 * True when header and content, encoded again, are the file's bytes. Of what is mended only line ends
 * leave a text as long as it was.
 */
const isWhole = ({ file, issues }: Readable, content: string, bytes: Uint8Array): boolean =>
  /^utf-?8$/i.test(file.encoding) &&
  !issues.some(({ code }) => code === 'MENDED_LINE_ENDS') &&
  Buffer.byteLength(file.header) + Buffer.byteLength(content) + (file.bom ? BOM_LENGTH : 0) ===
    bytes.byteLength;

const fitReading = (
  seen: SeenFile,
  bytes: Uint8Array,
  reading: Readable,
  { layout, mapping, readTrailer, settleSource, locales, now }: Examiner
): ExaminedFile => {
  const { content, translation } = reading.post;
  const localised = localisePost(reading.post, seen.path, locales);
  const mapped = mapPost(localised.post, readTrailer(content), mapping, now);
  const fitted = fitPost(mapped, layout, (key) => reading.placeOf(key), localised);
  const fit = fitted.ok ? settleSource(fitted.post) : fitted;
  const place = reading.placeOf('lang') ?? reading.placeOf('locale');
  const said = localised.issues.map((issue) => ({ ...issue, ...place }));
  if (!fit.ok) {
    const issues = [...reading.issues, ...said, ...fit.issues];
    return { ...seen, status: 'quarantined', raw: base64(bytes), issues };
  }
  return {
    key: seen.key,
    path: seen.path,
    checksum: seen.checksum,
    status: 'ready',
    repaired: reading.status === 'repaired',
    file: reading.file,
    post: fit.post,
    language: translation.language,
    digests: digestPost(fit.post),
    raw: isWhole(reading, content, bytes) ? null : base64(bytes),
    issues: [...reading.issues, ...said, ...fit.post.issues],
  };
};

/** Reads a file and fits its post to the content type. Never throws for what a file holds. */
export const examineFile = (
  seen: SeenFile,
  entry: ArchiveEntry,
  examiner: Examiner
): ExaminedFile => {
  const reading = examiner.archive.read(entry);
  const { issues } = reading;
  switch (reading.status) {
    case 'skipped':
      return { ...seen, status: 'skipped', issues };
    case 'quarantined':
      return { ...seen, status: 'quarantined', raw: base64(entry.bytes), issues };
    default:
      return fitReading(seen, entry.bytes, reading, examiner);
  }
};
