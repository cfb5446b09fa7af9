import type { Dialect } from './dialect';
import { jekyll } from './jekyll/jekyll';

/** The dialects that can be read, in the order in which they are asked whether an archive is theirs. */
export const DIALECTS: readonly Dialect[] = [jekyll];

/** What stands for no choice: it is looked at the archive. */
export const AUTO = 'auto';

/** What may be asked for. */
export const choicesOf = (dialects: readonly Dialect[]): readonly string[] => [
  AUTO,
  ...dialects.map(({ name }) => name),
];

export const DIALECT_CHOICES = choicesOf(DIALECTS);

/** The name of a dialect, or `auto`. */
export type DialectChoice = string;
