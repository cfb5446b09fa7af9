import { newDocumentId } from 'strapi-plugin-kit/database';
import { type Issue, issueOf } from '../../core/issue';
import { APART, translationKey } from '../../ledger/keys';
import type { StoredRecord } from '../../ledger/records/record';
import { findLocales } from '../../site/documents/find-translated';
import type { ForeseenTranslations } from './foreseen-translations';
import type { Planner } from './planner';
import type { ReadyFile } from './planned-file';

/** Whether a file is one of a document's translations, and of which document. */
export interface Joined {
  /** The document that it has, or is to become. */
  readonly documentId: string;
  /** Whether that is on the site already. */
  readonly isThere: boolean;
  /** What the file's record is to say. */
  readonly translationKey: string;
  /** Says why it is not, though it would be. */
  readonly issue: Issue | null;
}

/** A file that may be a translation, and the record with the document that it has already. */
export interface MayJoin {
  readonly file: ReadyFile;
  readonly record: StoredRecord | null;
}

const keyOf = (planner: Planner, { post }: ReadyFile): string =>
  translationKey(planner.archive, post.group ?? '');

/** Those of some files that may be translations, and of which that is not decided yet. */
export const mayJoin = (
  planner: Planner,
  files: readonly ReadyFile[],
  documentOf: (file: ReadyFile) => StoredRecord | null,
  hasDocument: (file: ReadyFile) => boolean
): MayJoin[] =>
  files.flatMap((file): MayJoin[] => {
    const { group } = file.post;
    const record = documentOf(file);
    if (group === null) return [];
    if ((record?.targetDocumentId ?? null) === null) return [{ file, record: null }];
    const isSettled = record?.translationKey === keyOf(planner, file);
    return isSettled || !hasDocument(file) ? [] : [{ file, record }];
  });

/** The one document of some translations. */
interface Group {
  readonly documentId: string;
  readonly isThere: boolean;
  /** By locale, the file that it is from; null where an editor has made it. */
  readonly paths: Map<string, string | null>;
}

const apart = (message: string): Issue => issueOf('TRANSLATION_NOT_JOINED', { message });

const taken = (locale: string, by: string | null): Issue =>
  apart(
    `${by ?? 'What an editor has written'} is this post in ${locale} already: this file is a document of its own. ` +
      'Remove one of the two, or say another language in one of them.'
  );

const tooLate = (by: string, { createdRun }: StoredRecord): Issue =>
  apart(
    `The file is a translation of ${by}, and each has had a document of its own since before that was known: they stay two. ` +
      `To make one of them, undo run ${createdRun ?? 'that made them'} and import again.`
  );

const localeOf = ({ target }: Planner, said: string | null): string => said ?? target.unnamed;

/** The documents of some translations, by key, and the locales that documents have rows in. */
interface Site {
  readonly groups: Map<string, Group>;
  readonly locales: ReadonlyMap<string, ReadonlySet<string>>;
}

const groupOf = (id: string, isThere: boolean, { locales }: Pick<Site, 'locales'>): Group => ({
  documentId: id,
  isThere,
  paths: new Map(
    [...(locales.get(id) ?? [])].map((locale): [string, string | null] => [locale, null])
  ),
});

/** As the ledger and the site have it. */
const loadGroups = async (planner: Planner, files: readonly MayJoin[]): Promise<Site> => {
  const { strapi, target, records } = planner;
  const known = await records.ofTranslations(target.uid, [
    ...new Set(files.map(({ file }) => keyOf(planner, file))),
  ]);
  const locales = await findLocales(strapi, target.uid, [
    ...known.map(({ targetDocumentId }) => targetDocumentId),
    ...files.flatMap(({ record }) => record?.targetDocumentId ?? []),
  ]);
  const groups = new Map<string, Group>();
  for (const { translationKey: key, targetDocumentId: id, targetLocale, path } of known) {
    // Nobody is to bring back what an editor has deleted.
    if (!locales.has(id)) continue;
    const group = groups.get(key) ?? groupOf(id, true, { locales });
    groups.set(key, group);
    if (group.documentId === id) group.paths.set(localeOf(planner, targetLocale), path);
  }
  return { groups, locales };
};

/**
 * Finds out which files are translations, in the order of the files. The first file of some
 * translations has their document; another is joined to it where nothing of the document is in its
 * locale yet. Whatever has a document already keeps that.
 *
 * @param foreseen what earlier batches of a dry run would have made; null where they have made it
 * @returns by key of the file
 */
export const joinTranslations = async (
  planner: Planner,
  files: readonly MayJoin[],
  foreseen: ForeseenTranslations | null
): Promise<ReadonlyMap<string, Joined>> => {
  const joined = new Map<string, Joined>();
  // Nearly always.
  if (files.length === 0) return joined;
  const { groups, locales } = await loadGroups(planner, files);
  const join = ({ file, record }: MayJoin): Joined => {
    const key = keyOf(planner, file);
    const locale = localeOf(planner, file.post.locale);
    const group = groups.get(key);
    const own = record?.targetDocumentId ?? null;
    const first = [...(group?.paths.values() ?? []), foreseen?.firstOf(key)].find(Boolean);
    const stays = (issue: Issue): Joined => ({
      documentId: own ?? newDocumentId(),
      isThere: false,
      translationKey: APART,
      issue,
    });
    const isOther =
      own === null || (group === undefined ? first !== undefined : group.documentId !== own);
    const by = foreseen?.pathOf(key, locale) ?? group?.paths.get(locale);
    if (isOther && by !== undefined) return stays(taken(locale, by));
    if (isOther && record !== null) return stays(tooLate(first ?? "an editor's", record));
    const target = group ?? groupOf(own ?? newDocumentId(), own !== null, { locales });
    target.paths.set(locale, file.path);
    groups.set(key, target);
    const { documentId: id, isThere } = target;
    return { documentId: id, isThere, translationKey: key, issue: null };
  };
  for (const each of files) joined.set(each.file.key, join(each));
  return joined;
};
