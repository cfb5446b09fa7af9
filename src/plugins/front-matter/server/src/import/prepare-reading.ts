import type { Core } from '@strapi/strapi';

import type { Settings } from '../config/settings';
import type { ReadingSetup } from '../reading/protocol';
import type { Target } from '../site/target';
import { checkName } from './check-options';
import { batchLimit } from './entries/batch-limit';
import { type Corrections, loadCorrections } from './corrections/load-corrections';
import { pickFiles } from './entries/pick-files';
import type { ImportOptions } from './job/options';
import { readingRulesOf, targetOfArchive } from './reading-rules';

/** How the files of an archive are read, and what of the site they become. */
export interface PreparedReading {
  readonly target: Target;
  readonly reading: ReadingSetup;
  readonly corrections: Corrections;
}

/**
 * Finds out how an archive is read by what it says itself, the configuration, the site as it is, and what people have
 * corrected.
 *
 * @throws UsageError, ConfigurationError
 */
export const prepareReading = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: Pick<ImportOptions, 'archive' | 'reading' | 'name' | 'locale' | 'files'>
): Promise<PreparedReading> => {
  const { archive } = options;
  const target = await targetOfArchive(strapi, settings, archive, options.locale);
  const rules = await readingRulesOf(strapi, settings, target, archive, options.reading);
  const name = checkName(options.name ?? archive.name);
  const corrections = await loadCorrections(strapi, name);
  const reading: ReadingSetup = {
    ...rules,
    location: archive.root,
    dialect: archive.dialect,
    files: archive.files.packed,
    only: pickFiles(archive.files, options.files),
    corrected: corrections.sizes,
    archive: name,
    batchLimit: batchLimit(strapi),
  };
  return { target, reading, corrections };
};
