import { Composer, isMap, isScalar, isSeq, type Node, Parser, type YAMLParseError } from 'yaml';
import { buildValue, ForbiddenTagError, NodeError } from './build';
import { forbiddenTab } from './forbidden-tab';
import { indentContinuations } from './indent-continuations';
import { assertMeasured, MAX_VALUES, TooComplexError } from './measure';
import { resolveScalar, ScalarError } from './scalar';
import { readSimpleMapping } from './simple-mapping';
import type { RubyValue } from './value';

/** Why a text is not YAML to Psych, and where. */
export interface YamlProblem {
  readonly kind: 'syntax' | 'value' | 'forbidden' | 'too-complex';
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
}

export type YamlReading =
  | {
      readonly ok: true;
      readonly value: RubyValue;
      /** Text follows that Psych no longer looks at. */
      readonly isCut: boolean;
      /** Where the value of each key of the top mapping begins. */
      readonly offsets: ReadonlyMap<string, number>;
    }
  | { readonly ok: false; readonly problem: YamlProblem };

const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  strict: false,
  uniqueKeys: false,
  prettyErrors: false,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const;

/**
 * Reads the first document of a YAML text as Ruby's Psych would. Nothing is evaluated and no
 * class is made; aliases are followed by reference, never copied. What is read may be walked by
 * anybody: a value that would be too large written out is a problem, not a value.
 */
export function parseYaml(text: string): YamlReading {
  try {
    const simple = readSimpleMapping<RubyValue>(text, resolveScalar);
    if (simple) {
      const { hash, offsets } = simple;
      if (hash.size > MAX_VALUES)
        throw new TooComplexError(`it holds more than ${MAX_VALUES} keys`);
      return { ok: true, value: hash, isCut: false, offsets };
    }
    if (text.length > MAX_PARSED_LENGTH) {
      throw new TooComplexError(`it is longer than ${MAX_PARSED_LENGTH} characters`);
    }
    if (isTooDeep(text)) throw new TooComplexError('it is nested too deeply');
    // Psych takes the C1 line break for one.
    const source = text.replaceAll('\u0085', '\n');
    const reading = parseDocument(source);
    if (reading.ok) return reading;
    const indented = indentContinuations(source);
    if (indented === source) return reading;
    const again = parseIndented(indented);
    return again.ok ? again : reading;
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** The parser's time grows with the square of what is hostile enough: this much takes well below a second. */
export const MAX_PARSED_LENGTH = 32 * 1024;

const MAX_DEPTH = 100;

/** Whether brackets, or dashes before dashes, go deeper than anybody writes. */
function isTooDeep(text: string): boolean {
  if (/^ *(?:[-?][ \t]+){60}/m.test(text)) return true;
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Offsets in the indented text are none in the text as it stands. */
function parseIndented(text: string): YamlReading {
  try {
    return parseDocument(text);
  } catch (error) {
    throw error instanceof TooComplexError ? new TooComplexError(error.message) : error;
  }
}

function parseDocument(text: string): YamlReading {
  const tab = forbiddenTab(text);
  if (tab !== null) return syntaxProblem(tab, 'a tab stands where only blanks may indent');
  const [document] = new Composer(OPTIONS).compose(new Parser().parse(text));
  if (!document) return { ok: true, value: null, isCut: false, offsets: new Map() };
  const root = document.contents as Node | null;
  const error = document.errors.sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (error && !isBehindDocument(error, root, text))
    return syntaxProblem(error.pos[0], error.message);
  const isCut = error !== undefined;
  const value = buildValue(root);
  const offsets = keyOffsets(root);
  assertMeasured(value, offsets);
  return { ok: true, value, isCut, offsets };
}

function syntaxProblem(offset: number, message: string): YamlReading {
  return { ok: false, problem: { kind: 'syntax', offset, message } };
}

/**
 * Psych stops where the first document ends, for instance at a line that is indented less than
 * the first one, and never learns what comes after it.
 */
function isBehindDocument(error: YAMLParseError, root: Node | null, text: string): boolean {
  const [start = 0, end = 0] = root?.range ?? [];
  const at = error.pos[0];
  if (error.code !== 'UNEXPECTED_TOKEN' || at < end || /[@`%\t]/.test(text[at] ?? '')) return false;
  const isBlock = (isMap(root) || isSeq(root)) && root.flow !== true;
  return !isBlock || columnOf(text, at) < columnOf(text, start);
}

const columnOf = (text: string, offset: number): number =>
  offset - text.lastIndexOf('\n', offset - 1) - 1;

function keyOffsets(root: Node | null): Map<string, number> {
  const offsets = new Map<string, number>();
  if (!isMap(root)) return offsets;
  for (const { key, value } of root.items) {
    if (!isScalar(key)) continue;
    const node = (value ?? key) as Node;
    offsets.set(String(key.value), node.range?.[0] ?? 0);
  }
  return offsets;
}

function problemOf(error: unknown): YamlProblem {
  if (error instanceof ForbiddenTagError) {
    return { kind: 'forbidden', offset: error.offset, message: error.message };
  }
  if (error instanceof NodeError) {
    return { kind: 'value', offset: error.offset, message: error.message };
  }
  if (error instanceof ScalarError) return { kind: 'value', offset: 0, message: error.message };
  if (error instanceof TooComplexError) {
    return { kind: 'too-complex', offset: error.offset, message: error.message };
  }
  if (error instanceof RangeError) {
    return { kind: 'too-complex', offset: 0, message: error.message };
  }
  throw error;
}
