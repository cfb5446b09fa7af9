/** How many alternatives of `{a,b}` are expanded, and to how many characters. */
const MAX_ALTERNATIVES = 256;
const MAX_WRITTEN_OUT = 64 * 1024;

/**
 * Compiles a pattern to a function that tells which beginnings of a path it matches, by how many names
 * they have, as Ruby's `Dir.glob` matches: `*` and `?` stay within a name, a `**` that is a name of its
 * own stands for any folders, and none of them matches a dot at the beginning of a name.
 */
export const compileGlob = (
  pattern: string
): ((names: readonly string[]) => ReadonlySet<number>) => {
  const all = alternatives(pattern).map((one) => one.split('/').map(compileName));
  return (names) => new Set(all.flatMap((parts) => [...matchNames(parts, names)]));
};

/** Whether a whole path matches a pattern. */
export const matchesGlob = (pattern: string, path: string): boolean => {
  const names = path.split('/');
  return compileGlob(pattern)(names).has(names.length);
};

/** Expands `{a,b}`. Of a pattern with too many alternatives only the first ones match. */
const alternatives = (pattern: string): string[] => {
  const done: string[] = [];
  const open = [pattern];
  let length = pattern.length;
  while (
    open.length > 0 &&
    done.length + open.length <= MAX_ALTERNATIVES &&
    length <= MAX_WRITTEN_OUT
  ) {
    const next = open.shift() ?? '';
    const brace = /^((?:[^{\\]|\\.)*)\{([^{}]*)\}(.*)$/su.exec(next);
    if (!brace) {
      done.push(next);
      continue;
    }
    const [, before = '', inner = '', after = ''] = brace;
    const written = inner.split(',').slice(0, MAX_ALTERNATIVES + 1);
    for (const part of written) {
      open.push(`${before}${part}${after}`);
      length += before.length + part.length + after.length;
      if (length > MAX_WRITTEN_OUT) break;
    }
    length -= next.length;
  }
  return done;
};

/** One name of a pattern; null for a `**`. */
type NamePattern = ((name: string) => boolean) | null;

const compileName = (pattern: string, index: number, all: readonly string[]): NamePattern => {
  if (pattern === '**' && index < all.length - 1) return null;
  const matches = compileWildcard(pattern);
  const mayBeHidden = pattern.startsWith('.') || pattern.startsWith('\\.');
  return (name) => (mayBeHidden || !name.startsWith('.')) && matches(name);
};

/** The numbers of names, from the first on, that the pattern can match. */
const matchNames = (pattern: readonly NamePattern[], names: readonly string[]): Set<number> => {
  let reached = new Set([0]);
  for (const matches of pattern) {
    if (reached.size === 0) break;
    const next = new Set<number>();
    if (matches === null) {
      for (let at = 0; at <= names.length; at += 1) {
        const goesOn = next.has(at - 1) && names[at - 1]?.startsWith('.') === false;
        if (goesOn || reached.has(at)) next.add(at);
      }
    } else {
      for (const at of reached) {
        const name = names[at];
        if (name !== undefined && matches(name)) next.add(at + 1);
      }
    }
    reached = next;
  }
  return reached;
};

/** `File.fnmatch` without flags: a `*` matches slashes too, but not a dot at the beginning of the text. */
export const matchesWildcard = (pattern: string, text: string): boolean =>
  compileWildcard(pattern)(text);

/**
 * Compiles a pattern to a function that tells whether it matches a text. Only the last star is
 * backtracked, so that matching takes at most the pattern's length times the text's.
 */
export const compileWildcard = (pattern: string): ((text: string) => boolean) => {
  const tokens = tokensOf(pattern);
  return (text) => matchTokens(tokens, [...text]);
};

const matchTokens = (tokens: readonly Token[], chars: readonly string[]): boolean => {
  let token = 0;
  let char = 0;
  let star = -1;
  let resume = 0;
  while (char < chars.length) {
    const current = tokens[token];
    if (current === '*') {
      star = token;
      resume = char;
      token += 1;
    } else if (current?.(chars[char] ?? '')) {
      token += 1;
      char += 1;
    } else if (star >= 0) {
      resume += 1;
      char = resume;
      token = star + 1;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === '*');
};

type Token = '*' | ((char: string) => boolean);

const tokensOf = (pattern: string): Token[] => {
  const tokens: Token[] = [];
  for (const [text] of pattern.matchAll(/\[[!^]?\]?[^\]]*\]|\\.|./gsu)) {
    if (text === '*') tokens.push('*');
    else if (text === '?') tokens.push(() => true);
    else if (text.length > 1 && text.startsWith('[')) tokens.push(classOf(text));
    else tokens.push(exactly(text.length > 1 ? text.slice(1) : text));
  }
  return tokens;
};

const exactly =
  (wanted: string) =>
  (char: string): boolean =>
    char === wanted;

const classOf = (text: string): ((char: string) => boolean) => {
  const negated = /^\[[!^]/.test(text);
  const ranges = [...text.slice(negated ? 2 : 1, -1).matchAll(/(.)-(.)|(.)/gsu)];
  return (char) =>
    ranges.some(([, from, to, one]) =>
      one === undefined ? char >= (from ?? '') && char <= (to ?? '') : char === one
    ) !== negated;
};
