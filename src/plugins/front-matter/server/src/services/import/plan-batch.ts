import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { digestStatus, digestValues, STATUS } from '../../core/plan/digest-post';
import { digestValue } from '../../core/plan/digest';
import type { Sides } from '../../core/plan/merge-values';
import { planRevision, type Revision } from '../../core/plan/plan-revision';
import type { Match, Renames } from '../../core/plan/settle-renames';
import type { Records, StoredRecord } from '../../ledger/records';
import { findTerms, type FoundTerms } from '../../write/find-terms';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import type { Target } from '../../write/target';
import type { ExaminedFile } from '../reading/examine';
import type { Presence } from './guard';
import type { SeenKeys } from './seen-keys';

type ReadyFile = Extract<ExaminedFile, { readonly status: 'ready' }>;
type RefusedFile = Exclude<ExaminedFile, ReadyFile>;

/** What is to be done about one file that was due. */
export type PlannedFile =
  | {
      readonly action: 'create';
      readonly file: ReadyFile;
      readonly record: StoredRecord | null;
      /** Files that are gone, and which it may be under another name. */
      readonly maybeMovedFrom: readonly Match[];
    }
  | {
      readonly action: 'revise';
      readonly file: ReadyFile;
      readonly record: StoredRecord;
      /** The path the file had before, where it has moved. */
      readonly movedFrom: string | null;
      /** How alike the bodies are by which it is known to have moved, from 0 to 1; null where name or bytes tell. */
      readonly likeness: number | null;
      readonly document: SiteDocument;
      readonly sides: Readonly<Record<string, Sides>>;
      readonly revision: Revision;
    }
  | {
      readonly action: 'deleted';
      readonly file: ReadyFile;
      readonly record: StoredRecord;
      readonly movedFrom: string | null;
    }
  | {
      readonly action: 'quarantine' | 'skip';
      readonly file: RefusedFile;
      readonly record: StoredRecord | null;
    };

/** Terms found on the site, by the relation's attribute. */
export type FoundByAttribute = ReadonlyMap<string, FoundTerms>;

export interface BatchPlan {
  readonly files: readonly PlannedFile[];
  readonly terms: FoundByAttribute;
  /** Keys of the records whose documents move to another file. */
  readonly moved: readonly string[];
}

export interface Planner {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Records;
  readonly archive: string;
  readonly onConflict: 'keep' | 'overwrite';
  /** True while the archive has a file at this path. */
  readonly exists: (path: string) => boolean;
  /** What the ledger knew of the archive when the import began. */
  readonly presence: Presence;
  /** Keys of records whose documents moved to another file earlier in this run. */
  readonly moved: Pick<SeenKeys, 'has'>;
  /** Files that were renamed and edited, by the keys of the new ones. */
  readonly renames: Renames;
}

const isReady = (file: ExaminedFile): file is ReadyFile => file.status === 'ready';

export const fileName = (filePath: string): string => path.posix.basename(filePath);

/** Records of the files that these are taken for, since they are like them. */
const findRenames = async (
  { records, renames }: Planner,
  files: readonly ReadyFile[]
): Promise<readonly StoredRecord[]> => {
  const keys = files.flatMap(({ key }) => renames.moves.get(key)?.gone ?? []);
  const found = await records.byKeys(keys);
  return [...found.values()].filter(({ targetDocumentId }) => targetDocumentId !== null);
};

/** For files without a document: the record of the same file at a path that is gone. */
const findMoved = async (
  planner: Planner,
  files: readonly ReadyFile[]
): Promise<ReadonlyMap<string, StoredRecord>> => {
  const { present, recorded } = planner.presence;
  // Where every recorded file is where it was, no new one can be an old one.
  if (files.length === 0 || present === recorded) return new Map();
  const alike = await planner.records.alike(planner.archive, {
    names: files.map((file) => fileName(file.path)),
    checksums: files.map((file) => file.checksum),
  });
  const candidates = [...alike, ...(await findRenames(planner, files))]
    .filter((record) => !planner.moved.has(record.key) && !planner.exists(record.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = new Map<string, StoredRecord>();
  const taken = new Set<string>();
  const take = (matches: (file: ReadyFile, record: StoredRecord) => boolean): void => {
    for (const file of files) {
      if (found.has(file.key)) continue;
      const record = candidates.find(
        (candidate) => !taken.has(candidate.key) && matches(file, candidate)
      );
      if (record === undefined) continue;
      found.set(file.key, record);
      taken.add(record.key);
    }
  };
  take((file, record) => record.fileName === fileName(file.path));
  take((file, record) => record.checksum === file.checksum);
  take((file, record) => record.key === planner.renames.moves.get(file.key)?.gone);
  return found;
};

const findAllTerms = async (
  planner: Planner,
  files: readonly ReadyFile[]
): Promise<FoundByAttribute> => {
  const found = new Map<string, FoundTerms>();
  for (const terms of planner.target.terms) {
    const values = [...new Set(files.flatMap((file) => file.post.terms[terms.attribute] ?? []))];
    found.set(terms.attribute, await findTerms(planner.strapi, terms, planner.archive, values));
  }
  return found;
};

/** Digests of both sides of every attribute that a file has a value for. */
const compareSides = (
  file: ReadyFile,
  document: SiteDocument,
  terms: FoundByAttribute
): Record<string, Sides> => {
  const site: Record<string, string> = {
    ...digestValues(document.main.values),
    ...digestValues(document.main.terms),
    [STATUS]: digestStatus(document.published !== null),
  };
  const wantedTerms = (attribute: string): string | null => {
    const values = file.post.terms[attribute] ?? [];
    const ids = values.map((value) => terms.get(attribute)?.documents.get(value)?.documentId);
    return ids.every((id) => id !== undefined) ? digestValue(ids) : null;
  };
  return Object.fromEntries(
    Object.entries(file.digests).map(([attribute, said]) => [
      attribute,
      {
        archive: said,
        wanted: attribute in file.post.terms ? wantedTerms(attribute) : said,
        site: site[attribute] ?? digestValue(null),
      },
    ])
  );
};

/**
 * Decides what is to be done about every file of a batch, from the ledger and the site as they are.
 *
 * @param known keys of the files that the ledger knows
 */
export const planBatch = async (
  planner: Planner,
  files: readonly ExaminedFile[],
  known: ReadonlySet<string>
): Promise<BatchPlan> => {
  const ready = files.filter(isReady);
  const records = await planner.records.byKeys(
    files.flatMap(({ key }) => (known.has(key) ? [key] : []))
  );
  const isNew = (file: ReadyFile): boolean =>
    (records.get(file.key)?.targetDocumentId ?? null) === null;
  const moved = await findMoved(planner, ready.filter(isNew));
  const terms = await findAllTerms(planner, ready);
  const documentOf = (file: ReadyFile): StoredRecord | null =>
    moved.get(file.key) ?? records.get(file.key) ?? null;
  const documents = await loadDocuments(
    planner.strapi,
    planner.target,
    ready.flatMap((file) => documentOf(file)?.targetDocumentId ?? [])
  );

  const maybeMovedFrom = (file: ReadyFile): readonly Match[] =>
    planner.renames.doubts.get(file.key) ?? [];
  const likenessOf = (file: ReadyFile, { key }: StoredRecord): number | null => {
    const move = planner.renames.moves.get(file.key);
    return move?.gone === key ? move.likeness : null;
  };

  const plan = (file: ExaminedFile): PlannedFile => {
    const own = records.get(file.key) ?? null;
    if (!isReady(file))
      return { action: file.status === 'skipped' ? 'skip' : 'quarantine', file, record: own };
    const record = documentOf(file);
    if (record === null || record.targetDocumentId === null)
      return { action: 'create', file, record: own, maybeMovedFrom: maybeMovedFrom(file) };
    const movedFrom = moved.has(file.key) ? record.path : null;
    const document = documents.get(record.targetDocumentId);
    if (document === undefined) return { action: 'deleted', file, record, movedFrom };
    const sides = compareSides(file, document, terms);
    const revision = planRevision(record.imported ?? {}, sides, planner.onConflict);
    const likeness = movedFrom === null ? null : likenessOf(file, record);
    return { action: 'revise', file, record, movedFrom, likeness, document, sides, revision };
  };
  return {
    files: files.map(plan),
    terms,
    moved: [...moved.values()].map((record) => record.key),
  };
};
