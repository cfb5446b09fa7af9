import { CONTROL } from '../../../read/header-syntax';
import type { Repair } from '../../../read/repair/repair';
import { repairHeader } from '../../../read/repair/repair-header';
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
  /** Whether keys follow that the generator does not read. */
  readonly isCut: boolean;
  /** The text that was read, repairs included. */
  readonly yaml: string;
  readonly repairs: readonly Repair[];
}

export interface HeaderFailure {
  readonly ok: false;
  /** Null where the header is YAML and holds no keys. */
  readonly problem: YamlProblem | null;
}

/**
 * Reads a header as the generator does, without repairs.
 *
 * @param yaml with its opening dashes
 */
export const readAsGenerator = (yaml: string): HeaderReading | HeaderFailure => {
  const control = yaml.search(CONTROL);
  if (control !== -1) return { ok: false, problem: controlAt(yaml, control) };
  const read = readHeader(yaml);
  if (!read.ok) return { ok: false, problem: read.problem };
  const { value, offsets, isCut } = read;
  const isEmpty = value === null || value === false;
  if (value instanceof Map || (isEmpty && !isCut)) {
    const data = value instanceof Map ? value : new Map();
    return { ok: true, data, offsets, isCut, yaml, repairs: [] };
  }
  // A header that is cut off before its first key is unreadable.
  if (isCut) {
    const message = 'its first line is no "key: value"';
    return { ok: false, problem: { kind: 'syntax', offset: 4, message } };
  }
  return { ok: false, problem: null };
};

/**
 * Repairs and reads a header that the generator cannot read; returns the failure where the repair is
 * not clear.
 */
export const readRepaired = (
  yaml: string,
  failure: HeaderFailure
): HeaderReading | HeaderFailure => {
  const kind = failure.problem?.kind ?? 'syntax';
  if (kind !== 'syntax' && kind !== 'value') return failure;
  const repaired = repairHeader(yaml, parseYaml);
  if (repaired === null) return failure;
  const again = readAsGenerator(repaired.yaml);
  if (!again.ok || again.isCut || again.data.size === 0) return failure;
  return { ...again, repairs: repaired.repairs };
};

export const readOrRepair = (yaml: string): HeaderReading | HeaderFailure => {
  const read = readAsGenerator(yaml);
  return read.ok ? read : readRepaired(yaml, read);
};

const controlAt = (yaml: string, offset: number): YamlProblem => {
  const code = yaml.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = `it holds the control character U+${code}`;
  return { kind: 'syntax', offset, message };
};
