import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Refusal } from '../core/entry';
import type { Issue } from '../core/issue';
import { issueOf } from '../core/issue-codes';
import { generatorPath } from '../core/dialects/jekyll/files/place';
import { jekyllReader } from '../core/dialects/jekyll/read-entry';
import { plainLanguage } from '../core/translations/plain-language';
import { type Archive, ArchiveError, type OpenOptions } from './archive';
import { assertEncoding } from './assert-encoding';
import { chooseZone } from './choose-zone';
import { FileList, type PackedFiles } from './files/file-list';
import { baseName, findDuplicates } from './files/find-duplicates';
import { jekyllSelection } from '../core/dialects/jekyll/files/selection';
import { listFiles } from './files/list-files';
import { loadConfig } from './load-config';
import { loadEntries, type LocatedFile } from './files/load-entries';
import { REFUSALS } from './files/obstacles';
import { readSmallFile } from './read-small-file';
import { assertJekyll } from './settle-dialect';
import {
  type ArchiveSettings,
  DEFAULT_SETTINGS,
  innerFolder,
  parseSettings,
  SETTINGS_FILE,
} from './settings';

/** Raised whenever the reader gives another result for the same bytes: unchanged files are read again. */
const READER_VERSION = 2;

/**
 * Opens an archive: finds out what it is, reads its configuration and lists its files.
 *
 * @param location a directory, absolute or relative to the working directory
 * @param listed its files, where they have been listed before
 * @throws ArchiveError for a location that is no archive, or whose configuration cannot be used
 */
export async function openArchive(
  location: string,
  options: OpenOptions,
  listed: PackedFiles | null = null
): Promise<Archive> {
  const root = path.resolve(location);
  await assertDirectory(root, location);
  const settings = await loadSettings(root);
  const { files: configFiles, config } = await loadConfig(root, options.config ?? []);
  await assertSource(root, config.source);
  const extraFolders = foldersOf(options, settings);
  assertEncoding(config.encoding);
  const { zone, issues } = chooseZone(config, options, settings);
  const missing = await missingFolders(root, extraFolders);
  const files =
    listed === null
      ? await listFiles(root, jekyllSelection(config, extraFolders))
      : new FileList(listed);
  const isAsked = options.dialect !== 'auto' || settings.dialect !== 'auto';
  if (!isAsked && listed === null) {
    const configText = configFiles.map(({ text }) => text).join('\n');
    await assertJekyll({
      root,
      location,
      config,
      configText: configFiles.length > 0 ? configText : null,
      files,
    });
  }
  if (files.length === 0) throw noPosts(location);
  const decisive = { zone: zone.name, config: configFiles, settings, extraFolders, READER_VERSION };
  return {
    root,
    name: path.basename(root),
    dialect: 'jekyll',
    timezone: zone.name,
    fingerprint: createHash('sha256')
      .update(`jekyll\0${JSON.stringify(decisive)}`)
      .digest('hex'),
    settings,
    issues: [...issues, ...missing],
    files,
    found: files.length,
    entries: (only) => loadEntries(root, locate(files, extraFolders, settings, only)),
    read: jekyllReader({
      config,
      zone,
      extraFolders,
      zonelessDates: settings.dates,
      nestedCategories: areNested(options, settings),
      translationKey: settings.translations,
      now: Math.floor(Date.now() / 1000),
    }),
    generatorPath: (file) => generatorPath(file, config),
  };
}

async function assertDirectory(root: string, location: string): Promise<void> {
  const found = await stat(root).catch(() => null);
  if (!found) {
    throw new ArchiveError(
      'ARCHIVE_NOT_FOUND',
      `There is no ${location}. Give the path of an archive's directory.`
    );
  }
  if (!found.isDirectory()) {
    throw new ArchiveError(
      'ARCHIVE_NOT_A_DIRECTORY',
      `${location} is a file. Give the directory that holds _posts, unpacked if it was packed.`
    );
  }
  if ((await readdir(root)).length === 0) {
    throw new ArchiveError(
      'ARCHIVE_EMPTY',
      `${location} is empty. Give the directory that holds _posts.`
    );
  }
}

/** A site whose folder is not there has no posts; more likely its name is wrong. */
async function assertSource(root: string, source: string): Promise<void> {
  const found = await stat(path.join(root, source)).catch(() => null);
  if (found?.isDirectory()) return;
  throw new ArchiveError(
    'ARCHIVE_CONFIG_INVALID',
    `The configuration says "source: ${source}", and the archive has no such folder. Correct it, or give the directory that holds both.`
  );
}

/** A mistyped folder would leave its posts out without a word; one that is empty may not be kept. */
async function missingFolders(root: string, folders: readonly string[]): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const folder of folders) {
    const found = await stat(path.join(root, folder)).catch(() => null);
    if (found?.isDirectory()) continue;
    issues.push(
      issueOf('FOLDER_MISSING', {
        message: `The archive has no folder "${folder}" to take posts from. Correct --posts, or "posts" in ${SETTINGS_FILE}, if it should.`,
      })
    );
  }
  return issues;
}

/** In the archive's root, or beside it under its name where the archive is not to be touched. */
async function loadSettings(root: string): Promise<ArchiveSettings> {
  const code = 'ARCHIVE_SETTINGS_INVALID';
  const inside = await readSmallFile(path.join(root, SETTINGS_FILE), root, code);
  const text = inside ?? (await readSmallFile(`${root}${SETTINGS_FILE}`, null, code));
  return text === null ? DEFAULT_SETTINGS : parseSettings(text);
}

/** What the archive says of itself counts more than the configuration. */
export function areNested(
  options: Pick<OpenOptions, 'nestedCategories'>,
  settings: ArchiveSettings
): boolean {
  return settings.categories === null
    ? options.nestedCategories === true
    : settings.categories === 'nested';
}

function foldersOf(options: OpenOptions, settings: ArchiveSettings): readonly string[] {
  const asked = options.posts.map((folder) => {
    const inner = innerFolder(folder);
    if (inner === null) {
      throw new ArchiveError(
        'ARCHIVE_OPTION_INVALID',
        `--posts ${folder} is no folder inside the archive. Give its path from the archive's root.`
      );
    }
    return inner;
  });
  return asked.length > 0 ? asked : settings.posts;
}

/** One after the other: there may be hundreds of thousands. */
function* locate(
  files: FileList,
  extraFolders: readonly string[],
  { locales }: ArchiveSettings,
  only: Uint8Array | undefined
): Generator<LocatedFile> {
  const languages = new Set(Object.keys(locales ?? {}));
  const keptInstead = findDuplicates(files, extraFolders, (file) => nameIn(languages, file));
  let index = 0;
  for (const { path: file, obstacle } of files) {
    const place = index;
    index += 1;
    if (only !== undefined && (only[place] ?? 0) === 0) continue;
    const first = keptInstead(place);
    yield {
      path: file,
      refusal: obstacle ? REFUSALS[obstacle] : first === null ? null : duplicateOf(first),
    };
  }
}

/** A file's name, with the folder of its language: a translation is no copy. */
function nameIn(languages: ReadonlySet<string>, file: string): string {
  if (languages.size === 0) return baseName(file);
  const language = file
    .split('/')
    .slice(0, -1)
    .map(plainLanguage)
    .find((folder) => languages.has(folder));
  return `${language ?? ''}/${baseName(file)}`;
}

function duplicateOf(first: string): Refusal {
  return {
    code: 'DUPLICATE_FILE',
    status: 'skipped',
    message: `An earlier folder has a post of the same name (${first}), which was taken. Remove one of the two.`,
  };
}

function noPosts(location: string): ArchiveError {
  return new ArchiveError(
    'ARCHIVE_NO_POSTS',
    `${location} has no posts: neither _posts nor _drafts holds a file. Give the site's root, or name the folder with --posts.`
  );
}
