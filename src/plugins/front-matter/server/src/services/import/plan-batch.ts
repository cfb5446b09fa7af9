import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Issue } from '../../core/issue';
import { digestStatus, digestValues, STATUS } from '../../core/plan/digest-post';
import { digestValue } from '../../core/plan/digest';
import type { Sides } from '../../core/plan/merge-values';
import { planRevision, type Revision } from '../../core/plan/plan-revision';
import type { Match, Renames } from '../../core/plan/settle-renames';
import type { Records, StoredRecord } from '../../ledger/records';
import { documentId } from '../../write/document-id';
import { findTerms, type FoundTerms } from '../../write/find-terms';
import type { SiteDocument } from '../../write/load-documents';
import { inLocale, isInLocale, termsName, termsOfPost, termsOfPosts } from '../../write/in-locale';
import type { Target } from '../../write/target';
import type { ExaminedFile } from '../reading/examine';
import type { ForeseenTranslations } from './foreseen-translations';
import type { Presence } from './guard';
import { joinTranslations, mayJoin, type Joined } from './join-translations';
import { isWhereItGoes, loadByFile } from './load-by-file';
import type { SeenKeys } from './seen-keys';

export type ReadyFile = Extract<ExaminedFile, { readonly status: 'ready' }>;
type RefusedFile = Exclude<ExaminedFile, ReadyFile>;

/** What is known of a file's translations. */
interface Translated {
  /** What they share, as the file's record is to say it; null where posts are not told apart. */
  readonly translationKey: string | null;
  /** Says why the file has a document of its own, though it is one. */
  readonly apart: Issue | null;
}

/** What is to be done about one file that was due. */
export type PlannedFile =
  | ({
      readonly action: 'create';
      readonly file: ReadyFile;
      readonly record: StoredRecord | null;
      /** The document that it becomes: one of its own, or that of its translations. */
      readonly documentId: string;
      /** Whether the document is on the site already. */
      readonly isThere: boolean;
      /** Files that are gone, and which it may be under another name. */
      readonly maybeMovedFrom: readonly Match[];
    } & Translated)
  | ({
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
    } & Translated)
  | {
      /** Its document is in another locale than the file would go to now. */
      readonly action: 'elsewhere';
      readonly file: ReadyFile;
      readonly record: StoredRecord;
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

/** Terms found on the site, by the name of their kind and locale. */
export type FoundByName = ReadonlyMap<string, FoundTerms>;

export interface BatchPlan {
  readonly files: readonly PlannedFile[];
  readonly terms: FoundByName;
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
  /** Whether posts are told apart by their language, so that each goes to its own locale. */
  readonly isTranslated: boolean;
  /** What a dry run would have made; null for a real one. */
  readonly foreseen: ForeseenTranslations | null;
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
      const target = inLocale(planner.target, file.post.locale);
      const record = candidates.find(
        (candidate) =>
          !taken.has(candidate.key) &&
          isInLocale(target, candidate.targetLocale) &&
          matches(file, candidate)
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
): Promise<FoundByName> => {
  const found = new Map<string, FoundTerms>();
  const all = files.map(({ post }) => post);
  for (const { terms, posts } of termsOfPosts(planner.target, all)) {
    const values = [...new Set(posts.flatMap((post) => post.terms[terms.attribute] ?? []))];
    found.set(termsName(terms), await findTerms(planner.strapi, terms, planner.archive, values));
  }
  return found;
};

/** Digests of both sides of every attribute that a file has a value for. */
const compareSides = (
  target: Target,
  file: ReadyFile,
  document: SiteDocument,
  terms: FoundByName
): Record<string, Sides> => {
  const nameOf = new Map(
    target.terms.map((each) => [each.attribute, termsName(termsOfPost(each, file.post))])
  );
  const site: Record<string, string> = {
    ...digestValues(document.main.values),
    ...digestValues(document.main.terms),
    [STATUS]: digestStatus(document.published !== null),
  };
  const wantedTerms = (attribute: string): string | null => {
    const values = file.post.terms[attribute] ?? [];
    const known = terms.get(nameOf.get(attribute) ?? '');
    const ids = values.map((value) => known?.documents.get(value)?.documentId);
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
  const documents = await loadByFile(planner, ready, documentOf);
  const joined = await joinTranslations(
    planner,
    mayJoin(planner, ready, documentOf, ({ key }) => documents.has(key)),
    planner.foreseen
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
    const join: Partial<Joined> = joined.get(file.key) ?? {};
    const { issue: apart = null } = join;
    if (record === null || record.targetDocumentId === null) {
      const { documentId: id = documentId(), isThere = false, translationKey: key = null } = join;
      const translated = { translationKey: key, apart, maybeMovedFrom: maybeMovedFrom(file) };
      return { action: 'create', file, record: own, documentId: id, isThere, ...translated };
    }
    if (!isWhereItGoes(planner, file, record)) return { action: 'elsewhere', file, record };
    const movedFrom = moved.has(file.key) ? record.path : null;
    const document = documents.get(file.key);
    if (document === undefined) return { action: 'deleted', file, record, movedFrom };
    const sides = compareSides(planner.target, file, document, terms);
    const revision = planRevision(record.imported ?? {}, sides, planner.onConflict);
    const { translationKey: key = record.translationKey ?? null } = join;
    const translated = { translationKey: key, apart };
    const likeness = movedFrom === null ? null : likenessOf(file, record);
    const move = { movedFrom, likeness };
    return { action: 'revise', file, record, ...move, document, sides, revision, ...translated };
  };
  return {
    files: files.map(plan),
    terms,
    moved: [...moved.values()].map((record) => record.key),
  };
};
