import { setImmediate as nextTurn } from 'node:timers/promises';

import type { RecordedPath, Records } from '../../ledger/records';
import type { Target } from '../../write/target';
import type { Planner } from './plan-batch';
import { UsageError } from './usage-error';

/** An archive of this name is known, and most of its files are not here. */
export class AnotherArchiveError extends UsageError {
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
export class AnotherDestinationError extends UsageError {
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
export const lookForFiles = async (
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
export const guardArchive = (archive: string, { recorded, present }: Presence): void => {
  if (present * 2 < recorded) throw new AnotherArchiveError(archive, present, recorded);
};

/**
 * Refuses an archive whose documents are of another type or in another locale: a file has one
 * document, which would be taken for deleted.
 *
 * @throws AnotherDestinationError
 */
export const guardDestination = (
  archive: string,
  { elsewhere }: Presence,
  { uid, locale }: Site
): void => {
  if (elsewhere === null) return;
  throw new AnotherDestinationError(archive, elsewhere, { contentType: uid, targetLocale: locale });
};

/**
 * Looks what the ledger knows of an archive, and refuses what must not be imported there.
 *
 * @param isNamed whether the archive was given its name, so that it is meant
 * @throws AnotherArchiveError, AnotherDestinationError
 */
export const guardImport = async (
  planner: Pick<Planner, 'records' | 'archive' | 'target' | 'exists' | 'isTranslated'>,
  isNamed: boolean
): Promise<Presence> => {
  const { records, archive, exists, target, isTranslated } = planner;
  // Where posts go by their language, each is looked at when it is read.
  const site = isTranslated ? { uid: target.uid, locale: null } : target;
  const presence = await lookForFiles(records, archive, site, exists);
  if (!isNamed) guardArchive(archive, presence);
  guardDestination(archive, presence, site);
  return presence;
};
