import type { OpenOptions } from './archive';
import type { ArchiveSettings } from './settings';

/** Whether categories stand under each other: what the archive says of itself counts more than the configuration. */
export function areNested(
  options: Pick<OpenOptions, 'nestedCategories'>,
  settings: ArchiveSettings
): boolean {
  return settings.categories === null
    ? options.nestedCategories === true
    : settings.categories === 'nested';
}
