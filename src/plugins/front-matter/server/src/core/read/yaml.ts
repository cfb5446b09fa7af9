/** Why a generator cannot read a YAML text, and where. */
export interface YamlProblem {
  readonly kind: 'syntax' | 'value' | 'too-complex';
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
  /** The anchor that an alias names and that is missing, where the text is YAML otherwise. */
  readonly missingAnchor?: string;
}

/** The result of reading a YAML text. */
type YamlResult =
  | {
      readonly ok: true;
      /** A mapping is a Map, a list an array. */
      readonly value: unknown;
      /** Whether text follows that the generator does not read. */
      readonly isCut: boolean;
    }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Reads a YAML text, opening dashes included, as a generator does. Never throws. */
export type ReadYaml = (text: string) => YamlResult;
