import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ConfigurationError, hasToBe, type Place, wrongValue } from 'strapi-plugin-kit/config';
import type { ConfigFile, Dialect, ReadingRules, Site } from '../core/dialects/dialect';
import { ConfigError, ZoneError } from '../core/dialects/errors';
import { ArchiveError } from './archive';
import { FileList, type PackedFiles } from './files/file-list';
import { listFiles } from './files/list-files';
import { loadConfig } from './load-config';

/** Where an archive is and how to read it, before its dialect is known. */
export interface Request {
  /** Absolute. */
  readonly root: string;
  /** As it was given. */
  readonly location: string;
  /** The files of the configuration that the options name. */
  readonly config: readonly string[];
  readonly rules: ReadingRules;
  /** Where the zone is written; null where it is an option. */
  readonly zonePlace: Place | null;
}

/** An archive, opened as one of a dialect. */
export interface OpenedSite {
  readonly dialect: Dialect;
  readonly config: readonly ConfigFile[];
  readonly site: Site;
  readonly files: FileList;
}

/**
 * Opens an archive as one of a dialect: reads its configuration and lists its files.
 *
 * @param listed its files, where they have been listed before
 * @throws ArchiveError where the configuration or an option cannot be used
 */
export const openSite = async (
  { root, config: asked, rules, zonePlace }: Request,
  dialect: Dialect,
  listed: PackedFiles | null = null
): Promise<OpenedSite> => {
  const config = await loadConfig(root, asked, dialect);
  const site = configured(dialect, config, rules, zonePlace);
  await assertSource(root, site);
  const files = listed === null ? await listFiles(root, site.selection) : new FileList(listed);
  return { dialect, config, site, files };
};

const configured = (
  dialect: Dialect,
  files: readonly ConfigFile[],
  rules: ReadingRules,
  zonePlace: Place | null
): Site => {
  try {
    return dialect.configure(files, rules);
  } catch (error) {
    if (error instanceof ZoneError) throw wrongZone(error, zonePlace);
    if (!(error instanceof ConfigError)) throw error;
    const place = error.line === null ? error.file : `${error.file}:${error.line}`;
    throw new ArchiveError('ARCHIVE_CONFIG_INVALID', `${place}: ${error.message}.`);
  }
};

const wrongZone = ({ zone, message }: ZoneError, place: Place | null): ArchiveError => {
  if (place === null) return new ArchiveError('ARCHIVE_OPTION_INVALID', message);
  const reason = hasToBe('the name of a time zone, like Asia/Shanghai');
  const cause = new ConfigurationError(place, wrongValue(['timezone'], zone, reason));
  return new ArchiveError('ARCHIVE_OPTION_INVALID', cause.message, { cause });
};

/** A missing folder of the site is an error: most likely its name is wrong. */
const assertSource = async (root: string, { source }: Site): Promise<void> => {
  if (source === null) return;
  const found = await stat(path.join(root, source.folder)).catch(() => null);
  if (found?.isDirectory()) return;
  throw new ArchiveError(
    'ARCHIVE_CONFIG_INVALID',
    `The configuration says "${source.key}: ${source.folder}", and the archive has no such folder. Correct it, or give the directory that holds both.`
  );
};
