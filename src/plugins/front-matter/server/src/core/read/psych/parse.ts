import { Composer, isMap, isScalar, type Node, Parser } from 'yaml';
import { buildValue, NodeError, TooComplexError } from './build';
import { ScalarError } from './scalar';
import type { RubyValue } from './value';

/** Why a text is not YAML to Psych, and where. */
export interface YamlProblem {
  readonly kind: 'syntax' | 'value' | 'too-complex';
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
}

export type YamlReading =
  | {
      readonly ok: true;
      readonly value: RubyValue;
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
 * class is made; aliases are followed by reference, never copied.
 */
export function parseYaml(text: string): YamlReading {
  try {
    const [document] = new Composer(OPTIONS).compose(new Parser().parse(text));
    if (!document) return { ok: true, value: null, offsets: new Map() };
    const error = document.errors[0];
    if (error) {
      return { ok: false, problem: { kind: 'syntax', offset: error.pos[0], message: error.message } };
    }
    const root = document.contents as Node | null;
    return { ok: true, value: buildValue(root), offsets: keyOffsets(root) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

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
  if (error instanceof NodeError) {
    return { kind: 'value', offset: error.offset, message: error.message };
  }
  if (error instanceof ScalarError) return { kind: 'value', offset: 0, message: error.message };
  if (error instanceof TooComplexError || error instanceof RangeError) {
    return { kind: 'too-complex', offset: 0, message: error.message };
  }
  throw error;
}
