import type { Core } from '@strapi/strapi';

import type { Settings } from '../../config/settings';
import { changes } from '../../ledger/changes';
import { records } from '../../ledger/records';
import { runs } from '../../ledger/runs';
import { resolveTarget } from '../../write/target';
import type { ReadingSetup } from '../reading/protocol';
import { fileExists } from './file-exists';
import { fingerprintOf } from './fingerprint';
import { guardArchive, lookForFiles } from './guard';
import { resolveLocale } from './locale';

import type { ImportOptions } from './options';
import type { Planner } from './plan-batch';
import { SeenKeys } from './seen-keys';
import { UsageError } from './usage-error';
import type { Writer } from './write-batch';

/** Everything an import works with, made once. */
export interface ImportJob {
  readonly options: ImportOptions;
  readonly archive: string;
  readonly fingerprint: string;
  readonly reading: ReadingSetup;
  /** Milliseconds since the epoch: what is dated later is not shown yet. */
  readonly now: number;
  readonly planner: Planner;
  /** Null for a dry run. */
  readonly writer: Writer | null;
  readonly seen: SeenKeys;
  /** Keys of records whose documents moved to another file. */
  readonly moved: Set<string>;
}

/** As long as the ledger's column takes, on every database. */
const MAX_NAME = 255;

const checkName = (name: string): string => {
  if (name.length <= MAX_NAME) return name;
  throw new UsageError(
    `An archive's name has ${MAX_NAME} characters at most. Give it one with "--archive NAME".`
  );
};

/**
 * Checks what can be checked before anything is written, and takes the lock.
 *
 * @throws UsageError, SettingsError, BusyError
 */
export const prepareImport = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: ImportOptions
): Promise<ImportJob> => {
  const target = resolveTarget(
    strapi,
    { ...settings, keys: { ...settings.keys, ...options.archive.settings.mapping } },
    await resolveLocale(strapi, options.locale)
  );
  const ledger = { records: records(strapi), changes: changes(strapi), runs: runs(strapi) };
  const archive = checkName(options.name ?? options.archive.name);
  const exists = fileExists(options.archive.root);
  const presence = await lookForFiles(ledger.records, archive, exists);
  if (options.name === null) guardArchive(archive, presence);

  const fingerprint = fingerprintOf(strapi, options.archive.fingerprint, settings, target);
  const now = Date.now();
  const { fields, keys, terms, draftAndPublish } = target;
  const reading: ReadingSetup = {
    location: options.archive.root,
    options: options.reading,
    archive,
    layout: { fields, keys, terms, draftAndPublish },
    sourceRules: strapi.config.get<object>('plugin::source-links', {}),
    sourceAttributes:
      strapi.plugins['source-links']?.service('sources').attributesOf(target.uid) ?? null,
    now,
  };
  const moved = new Set<string>();
  const planner: Planner = {
    strapi,
    target,
    records: ledger.records,
    archive,
    onConflict: options.onConflict,
    exists,
    mayHaveMoved: presence.present < presence.recorded,
    moved,
  };
  const seen = new SeenKeys();
  const common = { options, archive, fingerprint, reading, now, planner, seen, moved };
  if (options.dryRun) return { ...common, writer: null };

  const { onConflict, unpublishMissing, locale } = options;
  const run = await ledger.runs.start({
    kind: 'import',
    archive,
    options: {
      path: options.archive.root,
      dialect: options.archive.dialect,
      locale,
      onConflict,
      unpublishMissing,
    },
  });
  const writer: Writer = {
    strapi,
    target,
    ...ledger,
    archive,
    fingerprint,
    run: run.id,
    orders: new Map(),
    moved,
    now: () => new Date(),
  };
  return { ...common, writer };
};
