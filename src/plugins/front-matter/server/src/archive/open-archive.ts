import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Dialect, ReadingRules } from '../core/dialects/dialect';
import { AUTO, choicesOf, DIALECTS } from '../core/dialects/list';
import { type Archive, ArchiveError, type OpenOptions } from './archive';
import { areNested } from './are-nested';
import { assertDirectory } from './assert-directory';
import { extraFoldersOf, findMissing } from './extra-folders';
import type { PackedFiles } from './files/file-list';
import { loadEntries } from './files/load-entries';
import { locateFiles } from './files/locate-files';
import { loadSettings } from './load-settings';
import { machineZone } from './machine-zone';
import { noPosts } from './no-posts';
import { openSite, type OpenedSite } from './open-site';
import type { ArchiveSettings } from './settings';
import { settleDialect } from './settle-dialect';

/** What is known of an archive before it is opened. */
export interface Known {
  /** Its files, where they have been listed before, of an archive whose dialect is said. */
  readonly listed?: PackedFiles;
  /** The dialects that it may be of; all there are, where they are left out. */
  readonly dialects?: readonly Dialect[];
}

/**
 * Opens an archive: finds out what it is, reads its configuration and lists its files.
 *
 * @param location a directory, absolute or relative to the working directory
 * @throws ArchiveError for a location that is no archive, or whose configuration cannot be used
 */
export async function openArchive(
  location: string,
  options: OpenOptions,
  { listed, dialects = DIALECTS }: Known = {}
): Promise<Archive> {
  const root = path.resolve(location);
  await assertDirectory(root, location, dialects);
  const { settings, place: settingsPlace } = await loadSettings(root);
  const rules = rulesOf(options, settings);
  const zonePlace = options.timezone === null ? settingsPlace : null;
  const request = { root, location, config: options.config ?? [], rules, zonePlace };
  const asked = askedDialect(options, settings, dialects);
  const opened =
    asked === null
      ? await settleDialect(request, dialects)
      : await openSite(request, asked, listed ?? null);
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
    issues: [...site.issues, ...(await findMissing(root, extraFolders))],
    files,
    found: files.length,
    entries: (only) => loadEntries(root, locateFiles(files, extraFolders, settings, only)),
    read: site.readEntry,
    generatorPath: site.generatorPath,
  };
}

/** What was asked for counts more than what the archive says of itself; null where neither says it. */
function askedDialect(
  options: OpenOptions,
  settings: ArchiveSettings,
  dialects: readonly Dialect[]
): Dialect | null {
  const asked = options.dialect === AUTO ? settings.dialect : options.dialect;
  if (asked === AUTO) return null;
  const found = dialects.find(({ name }) => name === asked);
  if (found !== undefined) return found;
  throw new ArchiveError(
    'ARCHIVE_OPTION_INVALID',
    `"${asked}" is no dialect. Use one of ${choicesOf(dialects).join(', ')}.`
  );
}

function rulesOf(options: OpenOptions, settings: ArchiveSettings): ReadingRules {
  return {
    extraFolders: extraFoldersOf(options, settings),
    timezone: options.timezone ?? settings.timezone,
    machineZone: machineZone(),
    zonelessDates: settings.dates,
    nestedCategories: areNested(options, settings),
    translationKey: settings.translations,
    now: Math.floor(Date.now() / 1000),
  };
}

/** The names and the order of what is in it stay as they are: with another digest every file is read again. */
function fingerprintOf(
  { dialect, site, config }: OpenedSite,
  settings: ArchiveSettings,
  extraFolders: readonly string[]
): string {
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
}
