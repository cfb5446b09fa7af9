import type { YamlProblem } from '../../../read/yaml';
import { SyntaxProblem } from '../libyaml/scan/cursor';
import { parseDocument } from '../libyaml/parse-document';
import { NodeError, ValueBuilder } from './build';
import { assertMeasured, MAX_VALUES, TooComplexError } from './measure';
import { resolveScalar, ScalarError } from './scalar';
import { readSimpleMapping } from './simple-mapping';
import type { RubyValue } from './value';

export type YamlReading =
  | {
      readonly ok: true;
      readonly value: RubyValue;
      /** Whether text follows that Ruby does not read. */
      readonly isCut: boolean;
      /** Where the value of each key of the top mapping begins. */
      readonly offsets: ReadonlyMap<string, number>;
    }
  | { readonly ok: false; readonly problem: YamlProblem };

/**
 * Reads the first document of a YAML text as upstream's Jekyll would: libyaml, then SafeYAML. Nothing is
 * evaluated and no class is instantiated; aliases are references, not copies. A value that would be too
 * large with its aliases written out is a problem, so that any code may walk the values.
 */
export const parseYaml = (text: string, limits = HEADER_LIMITS): YamlReading => {
  try {
    const simple = readSimpleMapping<RubyValue>(text, resolveScalar);
    if (simple) {
      const { hash, offsets } = simple;
      if (hash.size > limits.values) {
        throw new TooComplexError(`it holds more than ${limits.values} keys`);
      }
      return { ok: true, value: hash, isCut: false, offsets };
    }
    if (text.length > limits.length) {
      throw new TooComplexError(`it is longer than ${limits.length} characters`);
    }
    if (isTooDeep(text)) throw new TooComplexError('it is nested too deeply');
    return readDocument(text, limits);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
};

/** Headers that are not plain mappings are parsed up to this length. */
export const MAX_PARSED_LENGTH = 32 * 1024;

/** Limits of a text. */
export interface YamlLimits {
  /** In characters; plain mappings may be longer. */
  readonly length: number;
  /** Values as written, with the copies that merges make. */
  readonly values: number;
}

const HEADER_LIMITS: YamlLimits = { length: MAX_PARSED_LENGTH, values: MAX_VALUES };

/** Larger than for headers: an archive has one configuration and thousands of headers. */
export const CONFIG_LIMITS: YamlLimits = { length: 1024 * 1024, values: 1024 * 1024 };

const MAX_DEPTH = 100;

/** Whether brackets, or dashes before dashes, are nested too deeply. */
const isTooDeep = (text: string): boolean => {
  if (/^ *(?:[-?][ \t]+){60}/m.test(text)) return true;
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return false;
};

/** Characters that libyaml rejects anywhere. */
const CONTROL = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const readDocument = (text: string, limits: YamlLimits): YamlReading => {
  const control = text.search(CONTROL);
  if (control !== -1) {
    const code = (text.codePointAt(control) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new SyntaxProblem(`it holds the control character U+${code}`, control);
  }
  const builder = new ValueBuilder(limits.values);
  const isCut = parseDocument(text, builder);
  const { result: value, offsets } = builder;
  // Where more than MAX_VALUES values are written, aliases may add none.
  assertMeasured(value, offsets, Math.max(MAX_VALUES, builder.nodes));
  return { ok: true, value, isCut, offsets };
};

const problemOf = (error: unknown): YamlProblem => {
  if (error instanceof SyntaxProblem) {
    return { kind: 'syntax', offset: error.offset, message: error.message };
  }
  if (error instanceof NodeError) {
    const { offset, message, missingAnchor } = error;
    return { kind: 'value', offset, message, ...(missingAnchor === null ? {} : { missingAnchor }) };
  }
  if (error instanceof ScalarError) return { kind: 'value', offset: 0, message: error.message };
  if (error instanceof TooComplexError) {
    return { kind: 'too-complex', offset: error.offset, message: error.message };
  }
  if (error instanceof RangeError) {
    return { kind: 'too-complex', offset: 0, message: error.message };
  }
  throw error;
};
