/** How much of a pattern is written out: more of `{a,b}` than this nobody has. */
const MAX_ALTERNATIVES = 256;
const MAX_WRITTEN_OUT = 64 * 1024;

/**
 * Makes of a pattern what tells which beginnings of a path it matches as Ruby's `Dir.glob` matches
 * what is on the disk, by how many names they have: `*` and `?` stay within a name, a `**` that is a
 * name of its own stands for any folders, and neither of them begins with a dot.
 */
export function compileGlob(pattern: string): (names: readonly string[]) => ReadonlySet<number> {
  const all = alternatives(pattern).map((one) => one.split('/').map(compileName));
  return (names) => new Set(all.flatMap((parts) => [...matchNames(parts, names)]));
}

/** Whether a whole path matches a pattern. */
export function matchesGlob(pattern: string, path: string): boolean {
  const names = path.split('/');
  return compileGlob(pattern)(names).has(names.length);
}

/** `{a,b}` written out. A pattern with too many of them matches by its first ones only. */
function alternatives(pattern: string): string[] {
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
}

/** One name of a pattern; null for a `**`. */
type NamePattern = ((name: string) => boolean) | null;

function compileName(pattern: string, index: number, all: readonly string[]): NamePattern {
  if (pattern === '**' && index < all.length - 1) return null;
  const matches = compileWildcard(pattern);
  const mayBeHidden = pattern.startsWith('.') || pattern.startsWith('\\.');
  return (name) => (mayBeHidden || !name.startsWith('.')) && matches(name);
}

/** How many of the names the pattern's names can stand for. */
function matchNames(pattern: readonly NamePattern[], names: readonly string[]): Set<number> {
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
}

/** `File.fnmatch` without flags: a `*` matches slashes too, but no dot that begins the text. */
export const matchesWildcard = (pattern: string, text: string): boolean =>
  compileWildcard(pattern)(text);

/**
 * Makes of a pattern what tells whether it matches a text. One star is tried again at a time, so
 * that no pattern takes more than its length times the text's.
 */
export function compileWildcard(pattern: string): (text: string) => boolean {
  const tokens = tokensOf(pattern);
  return (text) => matchTokens(tokens, [...text]);
}

function matchTokens(tokens: readonly Token[], chars: readonly string[]): boolean {
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
}

type Token = '*' | ((char: string) => boolean);

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (const [text] of pattern.matchAll(/\[[!^]?\]?[^\]]*\]|\\.|./gsu)) {
    if (text === '*') tokens.push('*');
    else if (text === '?') tokens.push(() => true);
    else if (text.length > 1 && text.startsWith('[')) tokens.push(classOf(text));
    else tokens.push(exactly(text.length > 1 ? text.slice(1) : text));
  }
  return tokens;
}

const exactly =
  (wanted: string) =>
  (char: string): boolean =>
    char === wanted;

function classOf(text: string): (char: string) => boolean {
  const negated = /^\[[!^]/.test(text);
  const ranges = [...text.slice(negated ? 2 : 1, -1).matchAll(/(.)-(.)|(.)/gsu)];
  return (char) =>
    ranges.some(([, from, to, one]) =>
      one === undefined ? char >= (from ?? '') && char <= (to ?? '') : char === one
    ) !== negated;
}
