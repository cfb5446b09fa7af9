import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Dialect, ReadingRules } from '../core/dialects/dialect';
import { AUTO, choicesOf, DIALECTS } from '../core/dialects/list';
import { type Archive, ArchiveError, type OpenOptions } from './archive';
import { areNested } from './are-nested';
import { assertDirectory } from './assert-directory';
import { extraFoldersOf, findMissing } from './extra-folders';
import { findOverlooked } from './find-overlooked';
import type { PackedFiles } from './files/file-list';
import { loadEntries } from './files/load-entries';
import { locateFiles } from './files/locate-files';
import { loadSettings } from './settings/load-settings';
import { machineZone } from './machine-zone';
import { noPosts } from './no-posts';
import { openSite, type OpenedSite } from './open-site';
import type { ArchiveSettings } from './settings/settings';
import { detectDialect } from './detect-dialect';

/** What need not be found in the archive. */
export interface Known {
  /** The name of its dialect and its files, where it has been opened before. */
  readonly before?: { readonly dialect: string; readonly files: PackedFiles };
  /** The dialects that it may be of; all by default. */
  readonly dialects?: readonly Dialect[];
}

/**
 * Opens an archive: detects its dialect, reads its configuration and lists its files.
 *
 * @param location a directory, absolute or relative to the working directory
 * @throws ArchiveError for a location that is not an archive, or whose configuration cannot be used
 */
export const openArchive = async (
  location: string,
  options: OpenOptions,
  { before, dialects = DIALECTS }: Known = {}
): Promise<Archive> => {
  const root = path.resolve(location);
  await assertDirectory(root, location, dialects);
  const { settings, place: settingsPlace } = await loadSettings(root, options.mapping);
  const rules = rulesOf(options, settings);
  const zonePlace = options.timezone === null ? settingsPlace : null;
  const request = { root, location, config: options.config ?? [], rules, zonePlace };
  const asked = findDialect(before?.dialect ?? askedOf(options, settings), dialects);
  const opened =
    asked === null
      ? await detectDialect(request, dialects)
      : await openSite(request, asked, before?.files ?? null);
  const { dialect, files, site } = opened;
  if (files.length === 0) throw noPosts(location, [dialect]);
  const { extraFolders } = rules;
  return {
    root,
    name: path.basename(root),
    dialect: dialect.name,
    timezone: site.timezone,
    fingerprint: fingerprintOf(opened, settings, extraFolders),
    settings,
    settingsPlace,
    issues: [
      ...site.issues,
      ...(await findMissing(root, extraFolders)),
      ...(await findOverlooked(root, site)),
    ],
    files,
    found: files.length,
    entries: (only) => loadEntries(root, locateFiles(files, extraFolders, settings, only)),
    read: site.readEntry,
    generatorPath: site.generatorPath,
  };
};

/** The dialect of the options, else of the archive's settings. */
const askedOf = (options: OpenOptions, settings: ArchiveSettings): string =>
  options.dialect === AUTO ? settings.dialect : options.dialect;

/** Null for `auto`. */
const findDialect = (name: string, dialects: readonly Dialect[]): Dialect | null => {
  if (name === AUTO) return null;
  const found = dialects.find((dialect) => dialect.name === name);
  if (found !== undefined) return found;
  throw new ArchiveError(
    'ARCHIVE_OPTION_INVALID',
    `"${name}" is not a dialect. Use one of ${choicesOf(dialects).join(', ')}.`
  );
};

const rulesOf = (options: OpenOptions, settings: ArchiveSettings): ReadingRules => ({
  extraFolders: extraFoldersOf(options, settings),
  timezone: options.timezone ?? settings.timezone,
  machineZone: machineZone(),
  zonelessDates: settings.dates,
  nestedCategories: areNested(options, settings),
  translationKey: settings.translations,
  now: Math.floor(Date.now() / 1000),
});

/** The names and the order of the keys must not change: with another hash every file is read again. */
const fingerprintOf = (
  { dialect, site, config }: OpenedSite,
  settings: ArchiveSettings,
  extraFolders: readonly string[]
): string => {
  const decisive = {
    zone: site.timezone,
    config,
    settings,
    extraFolders,
    READER_VERSION: dialect.version,
  };
  return createHash('sha256')
    .update(`${dialect.name}\0${JSON.stringify(decisive)}`)
    .digest('hex');
};
