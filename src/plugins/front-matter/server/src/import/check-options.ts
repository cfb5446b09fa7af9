import { ConfigurationError, wrongValue } from 'strapi-plugin-kit/config';

import type { Archive } from '../archive/archive';
import { areNested } from '../archive/are-nested';
import type { Settings } from '../config/settings';
import { UsageError } from '../run/usage-error';
import type { Schedule } from '../site/schedule';
import type { Target } from '../site/target';
import type { ImportOptions } from './job/options';

/** As long as the ledger's column takes, on every database. */
const MAX_NAME = 255;

/**
 * The name that the ledger is to know an archive by.
 *
 * @throws UsageError
 */
export const checkName = (name: string): string => {
  if (name.length <= MAX_NAME) return name;
  throw new UsageError(
    `An archive's name has ${MAX_NAME} characters at most. Give it one with "--archive NAME".`
  );
};

/**
 * Tells whether categories are nested, as the archive says, else the configuration, which has been checked.
 *
 * @throws ConfigurationError where the archive says so, and the type of the categories has no relation to keep it in
 */
export const needParent = (
  settings: Settings,
  archive: Pick<Archive, 'settings' | 'settingsPlace'>,
  target: Target
): boolean => {
  const { categories } = settings;
  const isAsked = areNested(
    { nestedCategories: categories !== false && categories.nested },
    archive.settings
  );
  const terms = target.terms.find(({ kind }) => kind === 'categories');
  if (!isAsked || terms === undefined || terms.parent !== null) return isAsked;
  const reason = `${terms.uid} has no many-to-one relation to itself to keep nested categories in (categories.parent in the configuration names it)`;
  throw new ConfigurationError(
    archive.settingsPlace,
    wrongValue(['categories'], archive.settings.categories, reason)
  );
};

/**
 * Refuses what the schema gives no room to: a silent nothing would be taken for done.
 *
 * @throws UsageError
 */
export const checkOptions = (
  { uid, draftAndPublish, locale, terms }: Target,
  options: ImportOptions,
  schedule: Schedule | null
): void => {
  if (
    options.locale !== null &&
    [locale, ...terms.map((each) => each.locale)].every((own) => own === null)
  ) {
    throw new UsageError(
      `--locale ${options.locale} is asked for, but ${uid} is not localised. Leave it out, or turn on internationalisation for the type.`
    );
  }
  if (options.scheduleFuture === true && schedule === null) {
    throw new UsageError(
      `--schedule-future is asked for, but nothing publishes ${uid} at a time: strapi-plugin-newsroom does, for types with Draft & Publish that its configuration names.`
    );
  }
  if (options.unpublishMissing && !draftAndPublish) {
    throw new UsageError(
      `--unpublish-missing is asked for, but ${uid} has no drafts: nothing of it can be taken from the public. Turn on Draft & Publish for the type.`
    );
  }
};
