import path from 'node:path/posix';
import type { Core } from '@strapi/strapi';

import { DIALECTS } from '../../core/dialects/list';
import { fitPost, type FittedPost } from '../../core/fit/fit-post';
import { mapPost } from '../../core/fit/map-post';
import type { Reading } from '../../core/post';
import type { StoredRecord } from '../../ledger/records/record';
import { mappingOf } from '../../reading/fit-file';
import { trailerReader } from '../../reading/trailer-reader';
import type { Target } from '../../site/target';

interface KnownFile {
  readonly target: Target;
  readonly record: StoredRecord;
  readonly dialect: unknown;
}

/** Of a file that was corrected, the bytes are kept as they stood, and of what was read the header. */
const isCorrected = ({ messages }: StoredRecord): boolean =>
  messages.some(({ code }) => code === 'CORRECTED');

/** The file's bytes where they were kept; else what was kept of its text, which lacks the body. */
const bytesOf = (record: StoredRecord): Uint8Array | null => {
  const { raw, header, trailer } = record;
  if (raw !== null && !isCorrected(record)) return Buffer.from(raw, 'base64');
  return header === null ? null : Buffer.from(header + (trailer ?? ''));
};

const read = ({ record, dialect: name }: KnownFile, bytes: Uint8Array): Reading | null => {
  const dialect = DIALECTS.find((each) => each.name === name);
  const folder = path.dirname(record.path);
  const site = dialect?.configure([], {
    // Whatever further folders the archive has: the file was in one of its posts.
    extraFolders: folder === '.' ? [] : [folder],
    timezone: 'UTC',
    machineZone: 'UTC',
    zonelessDates: 'as-generator',
    nestedCategories: false,
    translationKey: null,
    now: 0,
  });
  return site?.readEntry({ path: record.path, bytes, modifiedAt: 0 }) ?? null;
};

/**
 * Reads what the ledger keeps of a file once more, without the configuration of its archive: what comes of it is to be
 * believed of an attribute only where its hash is the one that was imported.
 */
export const rereadFile = (strapi: Core.Strapi, known: KnownFile): FittedPost | null => {
  const bytes = bytesOf(known.record);
  const reading = bytes === null ? null : read(known, bytes);
  if (reading === null || !('post' in reading)) return null;
  const { target } = known;
  const rules = strapi.config.get<object>('plugin::source-links', {});
  const trailer = trailerReader(target, rules, null)(reading.post.content);
  const mapped = mapPost(reading.post, trailer, mappingOf(target), 0);
  const fitted = fitPost(mapped, target, () => null);
  return fitted.ok ? fitted.post : null;
};
