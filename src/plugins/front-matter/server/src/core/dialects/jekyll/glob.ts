const MAX_ALTERNATIVES = 256;

/**
 * Whether a path matches a pattern as Ruby's `Dir.glob` matches what is on the disk: `*` and `?`
 * stay within a name, a `**` that is a name of its own stands for any folders, and neither of them
 * begins with a dot.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  const names = path.split('/');
  return alternatives(pattern).some((one) => matchNames(one.split('/'), names));
}

/** `{a,b}` written out. A pattern with too many of them matches by its first ones only. */
function alternatives(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length + open.length <= MAX_ALTERNATIVES) {
    const next = open.shift() ?? '';
    const brace = /^((?:[^{\\]|\\.)*)\{([^{}]*)\}(.*)$/su.exec(next);
    if (!brace) done.push(next);
    else open.push(...(brace[2] ?? '').split(',').map((part) => `${brace[1]}${part}${brace[3]}`));
  }
  return done;
}

function matchNames(pattern: readonly string[], names: readonly string[]): boolean {
  // Which prefixes of the names the pattern's names so far can stand for.
  let reached = new Set([0]);
  pattern.forEach((part, index) => {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**' && index < pattern.length - 1) {
        next.add(at);
        for (let to = at; to < names.length && !names[to]?.startsWith('.'); to += 1)
          next.add(to + 1);
      } else {
        const name = names[at];
        if (name !== undefined && matchesName(part, name)) next.add(at + 1);
      }
    }
    reached = next;
  });
  return reached.has(names.length);
}

function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.')) return false;
  return matchesWildcard(pattern, name);
}

/**
 * `File.fnmatch` without flags: a `*` matches slashes too, but no dot that begins the text. One
 * star is tried again at a time, so that no pattern takes more than its length times the text's.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern);
  const chars = [...text];
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
