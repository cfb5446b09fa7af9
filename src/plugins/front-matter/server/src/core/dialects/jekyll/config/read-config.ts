import { CONFIG_LIMITS, parseYaml } from '../psych/parse';
import { placeOf } from '../../../read/place';
import { TooComplexError } from '../psych/measure';
import type { RubyHash, RubyValue } from '../psych/value';
import type { ConfigFile } from '../../dialect';
import { ConfigError } from '../../errors';
import { deepMerge } from './deep-merge';

/** The merged values of several files, and their places. */
export interface ConfigValues {
  readonly root: RubyHash;
  /** Makes an error with the file and line of a key, where it was set last. */
  wrong(key: string, reason: string): ConfigError;
}

export const WOULD_NOT_START = 'The generator would not start either: correct it';

/**
 * Reads and merges the files of a configuration, as Jekyll does for `--config a,b`: a later file wins, key
 * by key, and a list is replaced as a whole.
 *
 * @throws ConfigError where Jekyll itself would not start, or would not end
 */
export const readConfig = (files: readonly ConfigFile[]): ConfigValues => {
  let root: RubyHash = new Map();
  const places = new Map<string, { file: ConfigFile; offset: number }>();
  for (const file of files) {
    const { hash, offsets } = readFile(file);
    root = mergeFile(root, hash, file.name);
    for (const [key, offset] of offsets) places.set(key, { file, offset });
  }
  return {
    root,
    wrong: (key, reason) => {
      const place = places.get(key);
      if (place === undefined) return new ConfigError('_config.yml', 1, reason);
      const { file, offset } = place;
      return new ConfigError(file.name, placeOf(file.text, offset).line, reason);
    },
  };
};

const mergeFile = (root: RubyHash, hash: RubyHash, name: string): RubyHash => {
  try {
    return deepMerge(root, hash);
  } catch (error) {
    if (!(error instanceof TooComplexError)) throw error;
    throw new ConfigError(name, 1, `${error.message}. ${WOULD_NOT_START}`);
  }
};

const readFile = ({
  name,
  text,
}: ConfigFile): {
  hash: RubyHash;
  offsets: ReadonlyMap<string, number>;
} => {
  const reading = parseYaml(text.replace(/^\ufeff/, ''), CONFIG_LIMITS);
  if (!reading.ok) {
    const { kind, message, offset } = reading.problem;
    const advice =
      kind === 'too-complex'
        ? 'It is too large for a configuration: make it smaller'
        : WOULD_NOT_START;
    throw new ConfigError(name, placeOf(text, offset).line, `${message}. ${advice}`);
  }
  const hash = reading.value || new Map<RubyValue, RubyValue>();
  if (!(hash instanceof Map)) {
    throw new ConfigError(name, 1, `it holds no keys. ${WOULD_NOT_START}`);
  }
  return { hash, offsets: reading.offsets };
};
