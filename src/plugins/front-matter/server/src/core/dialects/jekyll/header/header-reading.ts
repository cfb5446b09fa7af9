import { CONTROL } from '../../../read/header-syntax';
import type { Mend } from '../../../read/mend/mend';
import { mendHeader } from '../../../read/mend/mend-header';
import type { YamlProblem } from '../../../read/yaml';
import { parseYaml } from '../psych/parse';
import type { RubyHash } from '../psych/value';
import { readHeader } from './read-header';

/** A header, decoded. */
export interface HeaderReading {
  readonly ok: true;
  readonly data: RubyHash;
  /** Where the value of each key begins in `yaml`. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Keys follow that the generator no longer looks at. */
  readonly isCut: boolean;
  /** As it was read, after mending. */
  readonly yaml: string;
  readonly mends: readonly Mend[];
}

export interface HeaderFailure {
  readonly ok: false;
  /** Null where the header is YAML and holds no keys. */
  readonly problem: YamlProblem | null;
}

/**
 * Reads a header as the generator does, and mends nothing.
 *
 * @param yaml with its opening dashes
 */
export function readAsGenerator(yaml: string): HeaderReading | HeaderFailure {
  const control = yaml.search(CONTROL);
  if (control !== -1) return { ok: false, problem: controlAt(yaml, control) };
  const read = readHeader(yaml);
  if (!read.ok) return { ok: false, problem: read.problem };
  const { value, offsets, isCut } = read;
  const isEmpty = value === null || value === false;
  if (value instanceof Map || (isEmpty && !isCut)) {
    const data = value instanceof Map ? value : new Map();
    return { ok: true, data, offsets, isCut, yaml, mends: [] };
  }
  // A header that is cut off before it holds a key is as good as unreadable.
  if (isCut) {
    const message = 'its first line is no "key: value"';
    return { ok: false, problem: { kind: 'syntax', offset: 4, message } };
  }
  return { ok: false, problem: null };
}

/** Mends a header that the generator cannot read; its failure again where that is not clear. */
export function readMended(yaml: string, failure: HeaderFailure): HeaderReading | HeaderFailure {
  const kind = failure.problem?.kind ?? 'syntax';
  if (kind !== 'syntax' && kind !== 'value') return failure;
  const mended = mendHeader(yaml, parseYaml);
  if (mended === null) return failure;
  const again = readAsGenerator(mended.yaml);
  if (!again.ok || again.isCut || again.data.size === 0) return failure;
  return { ...again, mends: mended.mends };
}

export function readOrMend(yaml: string): HeaderReading | HeaderFailure {
  const read = readAsGenerator(yaml);
  return read.ok ? read : readMended(yaml, read);
}

function controlAt(yaml: string, offset: number): YamlProblem {
  const code = yaml.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = `it holds the control character U+${code}`;
  return { kind: 'syntax', offset, message };
}
