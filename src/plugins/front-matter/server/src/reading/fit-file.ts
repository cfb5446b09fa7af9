import type { Archive } from '../archive/archive';
import type { ArchiveEntry } from '../core/entry';
import { type Issue, issueOf } from '../core/issue';
import { hashPost } from '../core/plan/hash-post';
import { fitPost, type FittedPost, type PostFit } from '../core/fit/fit-post';
import type { Layout } from '../core/fit/layout';
import { type NotKept, notKeptOf } from '../core/fit/not-kept';
import { mapPost, type Mapping, type Trailer } from '../core/fit/map-post';
import type { FileFacts, Reading } from '../core/post';
import { localisePost, type LocaleRules } from '../core/translations/localise-post';
import type { FoundFile } from './found-file';

/** One file, read and fitted to its content type. */
export type FittedFile = FoundFile & { readonly issues: readonly Issue[] } & (
    | {
        readonly status: 'ready';
        readonly repaired: boolean;
        readonly file: FileFacts;
        readonly post: FittedPost;
        /** What the file says of its language; null for nothing. */
        readonly language: string | null;
        /** By attribute, hashes of what the file says. */
        readonly hashes: Readonly<Record<string, string>>;
        /** Base64 of the bytes, where they cannot be made from header and content again. */
        readonly raw: string | null;
        /** What no attribute takes; left out where that is nothing. */
        readonly notKept?: NotKept;
      }
    | { readonly status: 'quarantined'; readonly raw: string | null }
    | { readonly status: 'skipped' }
  );

/** What fitting a file takes besides the file. */
export interface FitContext {
  readonly archive: Archive;
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly readTrailer: (content: string) => Trailer;
  readonly checkSource: (post: FittedPost) => PostFit;
  readonly locales: LocaleRules;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Which parts of a post a layout has attributes for. */
export const mappingOf = (layout: Layout): Mapping => ({
  parts: new Set([
    ...layout.fields.keys(),
    ...layout.terms.flatMap(({ kind, key }) => (key === null ? [kind] : [])),
  ]),
  keys: new Set(layout.keys.keys()),
  relations: new Map(
    layout.terms.flatMap(({ key, name, isOne }) =>
      key === null ? [] : [[key, { by: name.name, isOne }] as const]
    )
  ),
});

/** Bytes. Longer files are not kept in the ledger: databases refuse such statements. */
const MAX_RAW = 4 * 1024 * 1024;

const base64 = (bytes: Uint8Array): string | null =>
  bytes.byteLength > MAX_RAW ? null : Buffer.from(bytes).toString('base64');

const BOM_LENGTH = 3;

type Readable = Extract<Reading, { readonly status: 'ok' | 'repaired' }>;

/** What is said of a file whose text was read in other bytes than its own, which may be as many. */
const OTHER_BYTES = new Set(['CORRECTED', 'REPAIRED_LINE_ENDS']);

/**
 * Whether header and content, encoded again, are the file's bytes. Lengths are compared: of all repairs
 * only that of line ends keeps the length, and a correction may.
 */
const isWhole = ({ file, issues }: Readable, content: string, bytes: Uint8Array): boolean =>
  /^utf-?8$/i.test(file.encoding) &&
  !issues.some(({ code }) => OTHER_BYTES.has(code)) &&
  Buffer.byteLength(file.header) + Buffer.byteLength(content) + (file.bom ? BOM_LENGTH : 0) ===
    bytes.byteLength;

const fitReading = (
  found: FoundFile,
  bytes: Uint8Array,
  reading: Readable,
  { layout, mapping, readTrailer, checkSource, locales, now }: FitContext
): FittedFile => {
  const { content, translation } = reading.post;
  const localised = localisePost(reading.post, found.path, locales);
  const mapped = mapPost(localised.post, readTrailer(content), mapping, now);
  const fitted = fitPost(mapped, layout, (key) => reading.placeOf(key), localised);
  const fit = fitted.ok ? checkSource(fitted.post) : fitted;
  const place = reading.placeOf('lang') ?? reading.placeOf('locale');
  const said = localised.issues.map((issue) => ({ ...issue, ...place }));
  if (!fit.ok) {
    const issues = [...reading.issues, ...said, ...fit.issues];
    return { ...found, status: 'quarantined', raw: base64(bytes), issues };
  }
  const notKept = notKeptOf(localised.post, mapping, mapped);
  return {
    key: found.key,
    path: found.path,
    checksum: found.checksum,
    status: 'ready',
    repaired: reading.status === 'repaired',
    file: reading.file,
    post: fit.post,
    language: translation.language,
    hashes: hashPost(fit.post),
    raw: isWhole(reading, content, bytes) ? null : base64(bytes),
    issues: [...reading.issues, ...said, ...fit.post.issues],
    ...(notKept === null ? {} : { notKept }),
  };
};

/** The mark of UTF-8, by which a text is read as such whatever encoding an archive is in. */
const BOM = Buffer.from('\ufeff');

const CORRECTED = issueOf('CORRECTED', {
  message: 'The file was read as somebody has corrected it on the Archives page.',
});

/** Whether a correction has anything to stand for: a file that is not opened has no bytes. */
const isOpened = ({ refusal, bytes }: ArchiveEntry): boolean =>
  refusal === undefined && bytes.byteLength > 0;

/**
 * Reads a file, or what it was corrected to in its place.
 *
 * @param text undefined for a file that was not corrected
 */
export const readAsCorrected = (
  archive: Archive,
  entry: ArchiveEntry,
  text: string | undefined
): Reading => {
  if (text === undefined || !isOpened(entry)) return archive.read(entry);
  const reading = archive.read({ ...entry, bytes: Buffer.concat([BOM, Buffer.from(text)]) });
  const issues = [CORRECTED, ...reading.issues];
  return 'file' in reading
    ? { ...reading, file: { ...reading.file, bom: false }, issues }
    : { ...reading, issues };
};

/**
 * Reads a file and fits its post to the content type. Never throws for what a file holds.
 *
 * @param corrected what is read in place of the file
 */
export const fitFile = (
  found: FoundFile,
  entry: ArchiveEntry,
  context: FitContext,
  corrected?: string
): FittedFile => {
  const reading = readAsCorrected(context.archive, entry, corrected);
  const { issues } = reading;
  switch (reading.status) {
    case 'skipped':
      return { ...found, status: 'skipped', issues };
    case 'quarantined':
      return { ...found, status: 'quarantined', raw: base64(entry.bytes), issues };
    default:
      return fitReading(found, entry.bytes, reading, context);
  }
};
