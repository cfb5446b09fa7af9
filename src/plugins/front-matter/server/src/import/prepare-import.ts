import type { Core } from '@strapi/strapi';
import { engineOf } from 'strapi-plugin-kit/database';

import type { Settings } from '../config/settings';
import { NO_RENAMES } from '../core/plan/decide-renames';
import { changes } from '../ledger/changes';
import { records } from '../ledger/records/records';
import { FILES, runs } from '../ledger/runs';
import { announcementsOf } from '../run/announcing/announcements';
import { startRun } from '../run/start-run';
import { findLocaleCodes } from '../run/locale';
import { scheduleOf } from '../site/schedule';
import { checkOptions } from './check-options';
import { fileExists } from './entries/file-exists';
import { fingerprintOf } from './entries/fingerprint';
import { startForesight } from './foresee/foresee-batch';
import { checkEncoding } from './guard/check-encoding';
import { guardDuplicates } from './guard/guard-duplicates';
import { guardImport } from './guard/guard-import';
import type { ImportJob } from './job/import-job';
import { type ImportOptions, isNameMeant } from './job/options';
import { countNotKept } from './keys/count-not-kept';
import { SeenKeys } from './keys/seen-keys';
import { foreseeTranslations } from './plan/foreseen-translations';
import type { Planner } from './plan/planner';
import { watchLanguages } from './translations/looks-translated';
import { prepareReading } from './prepare-reading';
import type { Writer } from './write/writer';

/**
 * Checks what can be checked before anything is written, and takes the lock.
 *
 * @throws UsageError, ConfigurationError, BusyError
 */
export const prepareImport = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: ImportOptions
): Promise<ImportJob> => {
  const { mapping, locales } = options.archive.settings;
  const { target, reading, corrections } = await prepareReading(strapi, settings, options);
  const { archive, now, only } = reading;
  const schedule = scheduleOf(strapi, target.uid);
  checkOptions(target, options, schedule);
  const ledger = { records: records(strapi), changes: changes(strapi), runs: runs(strapi) };
  const exists = fileExists(options.archive.root);
  const isTranslated = locales !== null;
  const site = { records: ledger.records, archive, target, exists, isTranslated };
  const presence = await guardImport(site, isNameMeant(options));

  await checkEncoding(strapi, target);
  const common = fingerprintOf(strapi, options.archive.fingerprint, settings, target);
  const fingerprint = (checksum: string): string => corrections.fingerprintOf(common, checksum);
  if (presence.recorded === 0 && options.allowDuplicates !== true) {
    // A few files that are there already are no second copy of the archive.
    await guardDuplicates(strapi, target, { ...reading, only: null }, isNameMeant(options));
  }
  const moved = new SeenKeys();
  const codes = await findLocaleCodes(strapi);
  const translations = foreseeTranslations(options.archive.files, codes);
  const planner: Planner = {
    ...site,
    strapi,
    onConflict: options.onConflict,
    decisions: options.decisions ?? null,
    presence,
    moved,
    foreseen: options.dryRun ? translations : null,
    schedule,
    schedulesFuture: options.scheduleFuture === true,
    renames: NO_RENAMES,
  };
  const { files } = options.archive;
  const foresee = startForesight(strapi, target, archive, files, translations);
  const othersWrite = await engineOf(strapi.db).watchWriters(strapi.db);
  const job = {
    foresee,
    options,
    archive,
    fingerprint,
    corrections,
    reading,
    now,
    planner,
    moved,
    notKept: only === null ? countNotKept(target.uid, settings, options.archive.dialect) : null,
    languages: isTranslated || only !== null ? null : watchLanguages(options.archive.files, codes),
    othersWrite,
    pauseForWriters: engineOf(strapi.db).pauseForWriters(),
  };
  if (options.dryRun) return { ...job, writer: null };

  const { onConflict, unpublishMissing, locale } = options;
  const run = await startRun(
    strapi,
    {
      kind: 'import',
      archive,
      options: {
        path: options.archive.root,
        contentType: target.uid,
        dialect: options.archive.dialect,
        locale,
        onConflict,
        unpublishMissing: unpublishMissing && only === null,
        ...(options.scheduleFuture === true ? { scheduleFuture: true } : {}),
        ...(only === null ? {} : { [FILES]: options.files?.length }),
        mapping,
        ...(locales === null ? {} : { locales }),
      },
    },
    options.startedBy
  );
  options.onRun?.(run.number);
  const writer: Writer = {
    strapi,
    target,
    ...ledger,
    archive,
    fingerprint,
    run: run.number,
    announcements: announcementsOf(strapi, {
      run: run.number,
      kind: 'import',
      archive,
      contentType: target.uid,
    }),
    orders: new Map(),
    moved,
    now: () => new Date(),
    schedule,
    schedulesFuture: options.scheduleFuture === true,
  };
  return { ...job, writer };
};
