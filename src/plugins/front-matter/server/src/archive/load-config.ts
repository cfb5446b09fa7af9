import path from 'node:path';
import {
  ConfigError,
  type JekyllConfig,
  parseConfigs,
} from '../core/dialects/jekyll/config/config';
import type { ConfigFile } from '../core/dialects/jekyll/config/read-config';
import { ArchiveError } from './archive';
import { readSmallFile } from './read-small-file';

/** An archive's configuration: what is in its files, and what that means. */
export interface LoadedConfig {
  /** Empty where there is none. */
  readonly files: readonly ConfigFile[];
  readonly config: JekyllConfig;
}

/**
 * Reads the configuration of an archive.
 *
 * @param asked the files that were named, of which a later one wins
 * @throws ArchiveError for one that is not there or cannot be used
 */
export async function loadConfig(root: string, asked: readonly string[]): Promise<LoadedConfig> {
  const files = asked.length > 0 ? await loadNamed(root, asked) : await loadDefault(root);
  try {
    return { files, config: parseConfigs(files) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw invalid(`${error.file}:${error.line}: ${error.message}.`);
  }
}

const invalid = (message: string): ArchiveError =>
  new ArchiveError('ARCHIVE_CONFIG_INVALID', message);

/** The first of the names that Jekyll looks for; a `_config.toml` takes a gem that it does not bring. */
async function loadDefault(root: string): Promise<ConfigFile[]> {
  for (const name of ['_config.yml', '_config.yaml']) {
    const text = await readSmallFile(path.join(root, name), root, 'ARCHIVE_CONFIG_INVALID');
    if (text !== null) return [{ name, text }];
  }
  return [];
}

/** Whoever names a file may have it anywhere. */
async function loadNamed(root: string, names: readonly string[]): Promise<ConfigFile[]> {
  const files: ConfigFile[] = [];
  for (const name of names) {
    if (!/\.ya?ml$/i.test(name)) {
      throw wrongOption(`--config ${name} is no YAML file. Name files like _config.yml.`);
    }
    const text = await readSmallFile(path.resolve(root, name), null, 'ARCHIVE_CONFIG_INVALID');
    if (text === null) {
      throw wrongOption(
        `--config ${name} is not there. Give the path of a file from the archive's root.`
      );
    }
    files.push({ name, text });
  }
  return files;
}

const wrongOption = (message: string): ArchiveError =>
  new ArchiveError('ARCHIVE_OPTION_INVALID', message);
