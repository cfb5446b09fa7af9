import { realpath } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { FileList } from '../../archive/files/file-list';
import type { OpenOptions } from '../../archive/archive';
import { openArchive } from '../../archive/open-archive';
import type { Settings } from '../../config/settings';
import { NO_RENAMES } from '../../core/plan/decide-renames';
import { recordKey } from '../../ledger/keys';
import { records } from '../../ledger/records/records';
import type { FittedFile } from '../../reading/fit-file';
import { openReader } from '../../reading/file-reader';
import type { ReadingSetup } from '../../reading/protocol';
import { scheduleOf } from '../../site/schedule';
import type { Target } from '../../site/target';
import type { Corrections } from '../corrections/load-corrections';
import { SeenKeys } from '../keys/seen-keys';
import { planBatch } from '../plan/plan-batch';
import type { PlannedFile } from '../plan/planned-file';
import { prepareReading } from '../prepare-reading';

/** One file of an archive, and how the archive is read. */
export interface FileToLookAt {
  /** The archive's directory; absolute. */
  readonly root: string;
  /** The name that the ledger knows the archive by. */
  readonly archive: string;
  readonly reading: OpenOptions;
  /** The name of its dialect. */
  readonly dialect: string;
  readonly locale: string | null;
  /** From the root. */
  readonly path: string;
}

/** What an import of one file would do. */
export interface FileLook {
  readonly planned: PlannedFile;
  readonly target: Target;
}

/** Milliseconds that reading a file may take. */
const PATIENCE = 20_000;

/** Whether a file is there, and in the archive: one that was listed may be a link out of it by now. */
const isInside = async (root: string, file: string): Promise<boolean> => {
  const home = await realpath(root).catch(() => null);
  const target = await realpath(path.join(root, file)).catch(() => null);
  return home !== null && target?.startsWith(home + path.sep) === true;
};

const readOne = async (
  reading: ReadingSetup,
  corrections: Corrections
): Promise<FittedFile | undefined> => {
  const reader = openReader(reading);
  // What waits for a thread that has ended is told so.
  const late = setTimeout(() => void reader.close(), PATIENCE);
  try {
    const found = await reader.next();
    const take = await reader.read(found, await corrections.textsOf(found));
    return take()[0];
  } finally {
    clearTimeout(late);
    await reader.close();
  }
};

/**
 * Looks what an import would do with one file, by the archive's own configuration and the site as it is. Nothing is
 * written, and no other file of the archive is looked at.
 *
 * @returns null where there is no such file
 * @throws ArchiveError, UsageError, ConfigurationError as an import does
 */
export const lookAtFile = async (
  strapi: Core.Strapi,
  settings: Settings,
  { root, archive, reading: options, dialect, locale, path: file }: FileToLookAt
): Promise<FileLook | null> => {
  if (!(await isInside(root, file))) return null;
  const files = FileList.of([{ path: file, obstacle: null }]).packed;
  const opened = await openArchive(root, options, { before: { dialect, files } });
  const { target, reading, corrections } = await prepareReading(strapi, settings, {
    archive: opened,
    reading: options,
    name: archive,
    locale,
  });
  const fitted = await readOne(reading, corrections);
  if (fitted === undefined) return null;
  const planner = {
    ...{ strapi, target, archive },
    records: records(strapi),
    onConflict: 'keep',
    decisions: null,
    exists: () => true,
    presence: { recorded: 0, present: 0, elsewhere: null, untold: false, lastId: 0 },
    moved: new SeenKeys(),
    isTranslated: reading.locales.locales !== null,
    foreseen: null,
    schedule: scheduleOf(strapi, target.uid),
    schedulesFuture: false,
    renames: NO_RENAMES,
  } as const;
  const plan = await planBatch(planner, [fitted], new Set([recordKey(archive, file)]));
  const [planned] = plan.files;
  return planned === undefined ? null : { planned, target };
};
