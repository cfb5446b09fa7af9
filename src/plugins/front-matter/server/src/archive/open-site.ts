import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ConfigFile, Dialect, ReadingRules, Site } from '../core/dialects/dialect';
import { ConfigError, OptionError } from '../core/dialects/errors';
import { ArchiveError } from './archive';
import { FileList, type PackedFiles } from './files/file-list';
import { listFiles } from './files/list-files';
import { loadConfig } from './load-config';

/** Where an archive is and how it was asked for, before it is known whose it is. */
export interface Request {
  /** Absolute. */
  readonly root: string;
  /** As it was given. */
  readonly location: string;
  /** The files of the configuration that were named. */
  readonly config: readonly string[];
  readonly rules: ReadingRules;
}

/** An archive as one dialect has it. */
export interface OpenedSite {
  readonly dialect: Dialect;
  readonly config: readonly ConfigFile[];
  readonly site: Site;
  readonly files: FileList;
}

/**
 * Opens an archive as a dialect's: reads its configuration and lists its files.
 *
 * @param listed its files, where they have been listed before
 * @throws ArchiveError where the configuration or an option cannot be used
 */
export async function openSite(
  { root, config: asked, rules }: Request,
  dialect: Dialect,
  listed: PackedFiles | null = null
): Promise<OpenedSite> {
  const config = await loadConfig(root, asked, dialect);
  const site = configured(dialect, config, rules);
  await assertSource(root, site);
  const files = listed === null ? await listFiles(root, site.selection) : new FileList(listed);
  return { dialect, config, site, files };
}

function configured(dialect: Dialect, files: readonly ConfigFile[], rules: ReadingRules): Site {
  try {
    return dialect.configure(files, rules);
  } catch (error) {
    if (error instanceof OptionError) {
      throw new ArchiveError('ARCHIVE_OPTION_INVALID', error.message);
    }
    if (!(error instanceof ConfigError)) throw error;
    const place = error.line === null ? error.file : `${error.file}:${error.line}`;
    throw new ArchiveError('ARCHIVE_CONFIG_INVALID', `${place}: ${error.message}.`);
  }
}

/** A site whose folder is not there has no posts; more likely its name is wrong. */
async function assertSource(root: string, { source }: Site): Promise<void> {
  if (source === null) return;
  const found = await stat(path.join(root, source.folder)).catch(() => null);
  if (found?.isDirectory()) return;
  throw new ArchiveError(
    'ARCHIVE_CONFIG_INVALID',
    `The configuration says "${source.key}: ${source.folder}", and the archive has no such folder. Correct it, or give the directory that holds both.`
  );
}
