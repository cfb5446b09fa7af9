import type { OpenOptions } from './archive';
import type { ArchiveSettings } from './settings/settings';

/** Whether categories are nested: the archive's own settings go before the configuration. */
export const areNested = (
  options: Pick<OpenOptions, 'nestedCategories'>,
  settings: ArchiveSettings
): boolean =>
  settings.categories === null
    ? options.nestedCategories === true
    : settings.categories === 'nested';
