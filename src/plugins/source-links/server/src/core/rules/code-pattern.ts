/** Longer texts are no codes; the bound also keeps a careless pattern harmless. */
const MAX_CODE_LENGTH = 64;

/** What a provider knows of a code: the part of it that twins share, or null where it has none. */
interface KnownCode {
  readonly key: string | null;
}

/** A provider's codes. */
export interface CodeTest {
  /** Fits a whole text; null where it is not one of the provider's codes. */
  (text: string): KnownCode | null;
  /** Letters, digits, hyphens and underscores that every one of its codes begins with; often none. */
  readonly prefix: string;
}

/**
 * Compiles a provider's pattern for codes, a regular expression that has to fit the whole code.
 * The group `key` names what copies of one story share.
 * @throws {Error} when it is no regular expression, or repeats a group: `(a+)+` takes for ever
 */
export function compileCode(pattern: string): CodeTest {
  if (/\)[*+{]|\)\?[^)]*\)[*+{]|\\[1-9k]|\(\?<?[=!]/.test(pattern)) {
    throw new Error('it may not repeat a group, look around or refer back');
  }
  let whole: RegExp;
  try {
    whole = new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`it has to be a regular expression (${reason})`, { cause: error });
  }
  // A last letter may be optional or repeated, and an alternative begins with others.
  const prefix = pattern.includes('|')
    ? ''
    : (/^[A-Za-z0-9_-]+(?![*+?{])/.exec(pattern)?.[0] ?? '');
  const test = (text: string): KnownCode | null => {
    if (text.length > MAX_CODE_LENGTH || !text.startsWith(prefix)) return null;
    const match = whole.exec(text);
    return match === null ? null : { key: match.groups?.['key'] ?? null };
  };
  return Object.assign(test, { prefix });
}
