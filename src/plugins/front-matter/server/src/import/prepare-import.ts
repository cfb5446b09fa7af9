import type { Core } from '@strapi/strapi';
import { engineOf } from 'strapi-plugin-kit/database';

import type { Settings } from '../config/settings';
import { NO_RENAMES } from '../core/plan/decide-renames';
import { changes } from '../ledger/changes';
import { records } from '../ledger/records/records';
import { runs } from '../ledger/runs';
import { startRun } from '../run/start-run';
import type { ReadingSetup } from '../reading/protocol';
import { findLocaleCodes, resolveLocale } from '../run/locale';
import { resolveTarget } from '../site/resolve-target';
import { scheduleOf } from '../site/schedule';
import { checkName, checkOptions, needParent } from './check-options';
import { batchLimit } from './entries/batch-limit';
import { fileExists } from './entries/file-exists';
import { fingerprintOf } from './entries/fingerprint';
import { startForesight } from './foresee/foresee-batch';
import { checkEncoding } from './guard/check-encoding';
import { guardDuplicates } from './guard/guard-duplicates';
import { guardImport } from './guard/guard-import';
import type { ImportJob } from './job/import-job';
import type { ImportOptions } from './job/options';
import { SeenKeys } from './keys/seen-keys';
import { foreseeTranslations } from './plan/foreseen-translations';
import type { Planner } from './plan/planner';
import { resolveLocaleRules } from './translations/locale-rules';
import { watchLanguages } from './translations/looks-translated';
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
  const asked = await resolveLocale(strapi, options.locale);
  const unnamed = locales === null ? asked : await resolveLocale(strapi, null);
  const target = resolveTarget(strapi, settings, {
    locale: asked,
    unnamed,
    mapping,
    mappingPlace: options.archive.settingsPlace,
  });
  const schedule = scheduleOf(strapi, target.uid);
  checkOptions(target, options, schedule);
  const localeRules = await resolveLocaleRules(strapi, target, options.archive);
  const nestedCategories = needParent(settings, options, target);
  const ledger = { records: records(strapi), changes: changes(strapi), runs: runs(strapi) };
  const archive = checkName(options.name ?? options.archive.name);
  const exists = fileExists(options.archive.root);
  const isTranslated = localeRules.locales !== null;
  const site = { records: ledger.records, archive, target, exists, isTranslated };
  const presence = await guardImport(site, options.isNameMeant ?? options.name !== null);

  await checkEncoding(strapi, target);
  const fingerprint = fingerprintOf(strapi, options.archive.fingerprint, settings, target);
  const now = Date.now();
  const { fields, keys, terms, draftAndPublish } = target;
  const reading: ReadingSetup = {
    location: options.archive.root,
    options: { ...options.reading, nestedCategories },
    dialect: options.archive.dialect,
    files: options.archive.files.packed,
    only: null,
    archive,
    batchLimit: batchLimit(strapi),
    layout: { fields, keys, terms, draftAndPublish },
    locales: localeRules,
    sourceRules: strapi.config.get<object>('plugin::source-links', {}),
    sourceAttributes:
      strapi.plugins['source-links']?.service('sources').attributesOf(target.uid) ?? null,
    now,
  };
  if (presence.recorded === 0 && options.allowDuplicates !== true) {
    await guardDuplicates(strapi, target, reading);
  }
  const moved = new SeenKeys();
  const codes = await findLocaleCodes(strapi);
  const translations = foreseeTranslations(options.archive.files, codes);
  const planner: Planner = {
    ...site,
    strapi,
    onConflict: options.onConflict,
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
  const common = {
    foresee,
    options,
    archive,
    fingerprint,
    reading,
    now,
    planner,
    moved,
    languages: isTranslated ? null : watchLanguages(options.archive.files, codes),
    othersWrite,
    pauseForWriters: engineOf(strapi.db).pauseForWriters(),
  };
  if (options.dryRun) return { ...common, writer: null };

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
        unpublishMissing,
        ...(options.scheduleFuture === true ? { scheduleFuture: true } : {}),
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
    orders: new Map(),
    moved,
    now: () => new Date(),
    schedule,
    schedulesFuture: options.scheduleFuture === true,
  };
  return { ...common, writer };
};
