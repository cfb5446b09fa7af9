/** Why a text is not YAML to a generator, and where. */
export interface YamlProblem {
  readonly kind: 'syntax' | 'value' | 'too-complex';
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
  /** Where the text is YAML but for that: the anchor that an alias names and that is not in it. */
  readonly missingAnchor?: string;
}

/** What a generator makes of a YAML text. */
export type YamlResult =
  | {
      readonly ok: true;
      /** A mapping is a Map, a list an array. */
      readonly value: unknown;
      /** Text follows that the generator no longer looks at. */
      readonly isCut: boolean;
    }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Reads a YAML text, opening dashes included, as a generator does. Never throws. */
export type ReadYaml = (text: string) => YamlResult;
