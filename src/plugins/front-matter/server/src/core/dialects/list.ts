import type { Dialect } from './dialect';
import { jekyll } from './jekyll/jekyll';

/** How headers read text without quotes. Settings that name keys of headers are read alike. */
export { headerKey, headerTruth } from './jekyll/psych/header-scalar';

/** The dialects that can be read, in the order in which they are asked whether an archive is theirs. */
export const DIALECTS: readonly Dialect[] = [jekyll];

/** The choice that leaves it to the archive's own files. */
export const AUTO = 'auto';

/** What `--dialect` may be given. */
export const choicesOf = (dialects: readonly Dialect[]): readonly string[] => [
  AUTO,
  ...dialects.map(({ name }) => name),
];

export const DIALECT_CHOICES = choicesOf(DIALECTS);

/** The name of a dialect, or `auto`. */
export type DialectChoice = string;
