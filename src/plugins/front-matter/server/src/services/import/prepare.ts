import type { Core } from '@strapi/strapi';
import { ConfigurationError, wrongValue } from 'strapi-plugin-kit/config';
import { engineOf, type LeaveRoom, type OthersWrite } from 'strapi-plugin-kit/database';

import { areNested } from '../../archive/are-nested';
import { PLACE } from '../../config/parse-settings';
import type { Settings } from '../../config/settings';
import { changes } from '../../ledger/changes';
import { records } from '../../ledger/records';
import { runs } from '../../ledger/runs';
import { NO_RENAMES } from '../../core/plan/settle-renames';
import { resolveTarget, type Target } from '../../write/target';
import type { ReadingSetup } from '../reading/protocol';
import { batchLimit } from './batch-limit';
import { checkEncoding } from './check-encoding';
import { fileExists } from './file-exists';
import { fingerprintOf } from './fingerprint';
import { startForesight, type Foresee } from './foresee-batch';
import { foreseeTranslations } from './foreseen-translations';
import { guardImport } from './guard';
import { guardDuplicates } from './guard-duplicates';
import { findLocaleCodes, resolveLocale } from './locale';
import { resolveLocaleRules } from './locale-rules';
import { watchLanguages, type LanguageWatch } from './looks-translated';
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
  /** What a dry run asks instead of writing. */
  readonly foresee: Foresee;
  /** Keys of records whose documents moved to another file. */
  readonly moved: SeenKeys;
  /** Null where posts are told apart by their language. */
  readonly languages: LanguageWatch | null;
  readonly othersWrite: OthersWrite;
  readonly leaveRoom: LeaveRoom;
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
 * Tells whether categories are nested, as the archive says, else the configuration.
 *
 * @throws ConfigurationError where the type of the categories has no relation to keep it in
 */
const needParent = (settings: Settings, options: ImportOptions, target: Target): boolean => {
  const { categories } = settings;
  const isAsked = areNested(
    { nestedCategories: categories !== false && categories.nested },
    options.archive.settings
  );
  const terms = target.terms.find(({ kind }) => kind === 'categories');
  if (!isAsked || terms === undefined || terms.parent !== null) return isAsked;
  const reason = `${terms.uid} has no many-to-one relation to itself to keep nested categories in (categories.parent in the configuration names it)`;
  const { settings: own, settingsPlace } = options.archive;
  throw own.categories === null
    ? new ConfigurationError(PLACE, wrongValue(['categories', 'nested'], true, reason))
    : new ConfigurationError(settingsPlace, wrongValue(['categories'], own.categories, reason));
};

/**
 * Refuses what the schema gives no room to: a silent nothing would be taken for done.
 *
 * @throws UsageError
 */
const checkOptions = (
  { uid, draftAndPublish, locale, terms }: Target,
  options: ImportOptions
): void => {
  if (
    options.locale !== null &&
    [locale, ...terms.map((each) => each.locale)].every((own) => own === null)
  ) {
    throw new UsageError(
      `--locale ${options.locale} is asked for, but ${uid} is not localised. Leave it out, or turn on internationalisation for the type.`
    );
  }
  if (options.unpublishMissing && !draftAndPublish) {
    throw new UsageError(
      `--unpublish-missing is asked for, but ${uid} has no drafts: nothing of it can be taken from the public. Turn on Draft & Publish for the type.`
    );
  }
};

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
  const target = resolveTarget(
    strapi,
    settings,
    asked,
    mapping,
    unnamed,
    options.archive.settingsPlace
  );
  checkOptions(target, options);
  const localeRules = await resolveLocaleRules(strapi, target, options.archive);
  const nestedCategories = needParent(settings, options, target);
  const ledger = { records: records(strapi), changes: changes(strapi), runs: runs(strapi) };
  const archive = checkName(options.name ?? options.archive.name);
  const exists = fileExists(options.archive.root);
  const isTranslated = localeRules.locales !== null;
  const site = { records: ledger.records, archive, target, exists, isTranslated };
  const presence = await guardImport(site, options.name !== null);

  await checkEncoding(strapi, target);
  const fingerprint = fingerprintOf(strapi, options.archive.fingerprint, settings, target);
  const now = Date.now();
  const { fields, keys, terms, draftAndPublish } = target;
  const reading: ReadingSetup = {
    location: options.archive.root,
    options: { ...options.reading, nestedCategories },
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
    leaveRoom: engineOf(strapi.db).leaveRoom(),
  };
  if (options.dryRun) return { ...common, writer: null };

  const { onConflict, unpublishMissing, locale } = options;
  const run = await ledger.runs.start({
    kind: 'import',
    archive,
    options: {
      path: options.archive.root,
      contentType: target.uid,
      dialect: options.archive.dialect,
      locale,
      onConflict,
      unpublishMissing,
      mapping,
      ...(locales === null ? {} : { locales }),
    },
  });
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
  };
  return { ...common, writer };
};
