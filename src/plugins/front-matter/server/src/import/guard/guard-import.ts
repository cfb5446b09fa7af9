import { setImmediate as nextTurn } from 'node:timers/promises';

import type { RecordedPath } from '../../ledger/records/record';
import type { Records } from '../../ledger/records/records';
import type { Target } from '../../site/target';
import { UsageError } from '../../run/usage-error';

/** An archive of this name is known, and most of its files are not here. */
class AnotherArchiveError extends UsageError {
  constructor(archive: string, present: number, recorded: number) {
    super(
      `An archive called "${archive}" was imported before, and ${present} of its ${recorded} files are here. ` +
        `If this is the same archive, say so with "--archive ${archive}"; if it is another, give it a name of its own with "--archive NAME".`
    );
    this.name = 'AnotherArchiveError';
  }
}

type Destination = Pick<RecordedPath, 'contentType' | 'targetLocale'>;

const describe = ({ contentType, targetLocale }: Destination): string =>
  targetLocale === null ? String(contentType) : `${contentType} in locale ${targetLocale}`;

/** The archive's documents are of another content type, or in another locale. */
class AnotherDestinationError extends UsageError {
  constructor(archive: string, before: Destination, now: Destination) {
    super(
      `The archive "${archive}" was imported into ${describe(before)} before, and would go to ${describe(now)} now. ` +
        `Import it to where it was, or under a name of its own with "--archive NAME".` +
        (before.contentType === now.contentType
          ? ' Where "locales" in its .broadsheet.yml have put posts there, they have to say so still.'
          : '')
    );
    this.name = 'AnotherDestinationError';
  }
}

type Site = Pick<Target, 'uid' | 'locale'>;

/** Rows of a type that was localised later, or is no more, are found all the same. */
const isElsewhere = (target: Site, { contentType, targetLocale }: Destination): boolean =>
  contentType !== null &&
  (contentType !== target.uid ||
    (targetLocale !== null && target.locale !== null && targetLocale !== target.locale));

/** What the ledger knows of an archive. */
export interface Presence {
  readonly recorded: number;
  /** How many of the recorded files are there. */
  readonly present: number;
  /** A document of it that is not where this import would put it. */
  readonly elsewhere: Destination | null;
  /** Whether there is a document's file of which nobody has asked yet what it shares with its translations. */
  readonly untold: boolean;
  /** The ledger's last record when it was looked through. */
  readonly lastId: number;
}

/** Looks for every recorded file of an archive. */
const lookForFiles = async (
  records: Records,
  archive: string,
  target: Site,
  exists: (path: string) => boolean
): Promise<Presence> => {
  const lastId = await records.lastId();
  let recorded = 0;
  let present = 0;
  let elsewhere: Destination | null = null;
  let untold = false;
  const isUntold = ({ targetDocumentId, translationKey, path }: RecordedPath): boolean =>
    targetDocumentId !== null && translationKey === null && exists(path);
  for await (const page of records.paths(archive)) {
    recorded += page.length;
    present += page.filter(({ path }) => exists(path)).length;
    untold ||= page.some(isUntold);
    elsewhere ??= page.find((record) => isElsewhere(target, record)) ?? null;
    await nextTurn();
  }
  return { recorded, present, elsewhere, untold, lastId };
};

/**
 * Refuses an archive that has the name of another: two archives must not overwrite each other.
 *
 * @throws AnotherArchiveError when fewer than half of the recorded files are there
 */
const guardArchive = (archive: string, { recorded, present }: Presence): void => {
  if (present * 2 < recorded) throw new AnotherArchiveError(archive, present, recorded);
};

/**
 * Refuses an archive whose documents are of another type or in another locale: a file has one
 * document, which would be taken for deleted.
 *
 * @throws AnotherDestinationError
 */
const guardDestination = (
  archive: string,
  { elsewhere }: Presence,
  { uid, locale }: Site
): void => {
  if (elsewhere === null) return;
  throw new AnotherDestinationError(archive, elsewhere, { contentType: uid, targetLocale: locale });
};

/** An archive that is to be imported. */
interface GuardedArchive {
  readonly records: Records;
  /** The name that the ledger knows it by. */
  readonly archive: string;
  readonly target: Site;
  /** True while it has a file at this path. */
  readonly exists: (path: string) => boolean;
  /** Whether posts are told apart by their language, so that each goes to its own locale. */
  readonly isTranslated: boolean;
}

/**
 * Looks what the ledger knows of an archive, and refuses what must not be imported there.
 *
 * @param isNamed whether the archive was given its name, so that it is meant
 * @throws AnotherArchiveError, AnotherDestinationError
 */
export const guardImport = async (
  { records, archive, exists, target, isTranslated }: GuardedArchive,
  isNamed: boolean
): Promise<Presence> => {
  // Where posts go by their language, each is looked at when it is read.
  const site = isTranslated ? { uid: target.uid, locale: null } : target;
  const presence = await lookForFiles(records, archive, site, exists);
  if (!isNamed) guardArchive(archive, presence);
  guardDestination(archive, presence, site);
  return presence;
};
