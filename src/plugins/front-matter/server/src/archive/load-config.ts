import path from 'node:path';
import type { ConfigFile, ConfigurationFiles, Dialect } from '../core/dialects/dialect';
import { ArchiveError } from './archive';
import { readSmallFile } from './read-small-file';

/**
 * Reads the files of an archive's configuration; none where there is none.
 *
 * @param asked the files that the options name, of which a later one wins
 * @throws ArchiveError for a file that does not exist or cannot be read
 */
export const loadConfig = async (
  root: string,
  asked: readonly string[],
  { title, configuration }: Dialect
): Promise<readonly ConfigFile[]> => {
  if (configuration !== null) {
    return asked.length > 0
      ? await loadNamed(root, asked, configuration)
      : await loadDefault(root, configuration);
  }
  if (asked.length === 0) return [];
  throw wrongOption(
    `--config ${asked.join(',')} is given, and archives of ${title} have no configuration. Leave it out.`
  );
};

/** Reads the first file that exists of the names that the generator looks for. */
const loadDefault = async (root: string, { names }: ConfigurationFiles): Promise<ConfigFile[]> => {
  for (const name of names) {
    const text = await readSmallFile(path.join(root, name), root, 'ARCHIVE_CONFIG_INVALID');
    if (text !== null) return [{ name, text }];
  }
  return [];
};

/** Files that are named may be anywhere. */
const loadNamed = async (
  root: string,
  asked: readonly string[],
  { names, format, pattern }: ConfigurationFiles
): Promise<ConfigFile[]> => {
  const files: ConfigFile[] = [];
  for (const name of asked) {
    if (!pattern.test(name)) {
      throw wrongOption(`--config ${name} is not a ${format} file. Name files like ${names[0]}.`);
    }
    const text = await readSmallFile(path.resolve(root, name), null, 'ARCHIVE_CONFIG_INVALID');
    if (text === null) {
      throw wrongOption(
        `--config ${name} does not exist. Give the path of a file from the archive's root.`
      );
    }
    files.push({ name, text });
  }
  return files;
};

const wrongOption = (message: string): ArchiveError =>
  new ArchiveError('ARCHIVE_OPTION_INVALID', message);
