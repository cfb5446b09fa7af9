import type { ReadYaml, YamlProblem } from '../yaml';

/** Tells whether a generator can read parts of a header by themselves. */
export interface SyntaxCheck {
  /** Whether lines are YAML. */
  isReadable(lines: readonly string[]): boolean;
  /** Whether lines are an entry of a mapping, and not just a text. */
  isEntry(lines: readonly string[]): boolean;
  /** Whether a text is one item of a list in brackets. */
  isItem(text: string): boolean;
}

/** @param whole the header: an alias in a part of it may name an anchor in another part */
export const syntaxCheckOf = (whole: string, readYaml: ReadYaml): SyntaxCheck => {
  const read = (text: string) => readYaml(`---\n${text}\n`);
  const isAnchored = ({ missingAnchor }: YamlProblem): boolean =>
    missingAnchor !== undefined && whole.includes(`&${missingAnchor}`);
  return {
    isReadable(lines) {
      const result = read(lines.join('\n'));
      return result.ok ? !result.isCut : isAnchored(result.problem);
    },
    isEntry(lines) {
      const result = read(lines.join('\n'));
      if (!result.ok) return isAnchored(result.problem);
      return !result.isCut && (result.value === null || result.value instanceof Map);
    },
    isItem(text) {
      const result = read(`[${text}]`);
      return result.ok && Array.isArray(result.value) && result.value.length === 1;
    },
  };
};
