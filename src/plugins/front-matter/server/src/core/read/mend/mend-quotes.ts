/** What a value in quotes that is no YAML stands for, or null where it can be taken in two ways. */
export function unquote(value: string): string | null {
  if (value.length < 3) return null;
  // A mark at the end that a list or a program would have; a closing mark of another kind.
  const [, lone] = /^"([^"\\]*)"[ \t]*[,;]$|^"([^"“”]+)”$/.exec(value)?.filter(Boolean) ?? [];
  const [, alone] = /^'([^'\\]*)'[ \t]*[,;]$/.exec(value) ?? [];
  if (lone !== undefined || alone !== undefined) return lone ?? alone ?? null;
  return value.startsWith('"') ? unquoteDouble(value) : unquoteSingle(value);
}

function unquoteDouble(value: string): string | null {
  const isClosed = value.length > 1 && value.endsWith('"') && !endsEscaped(value);
  const inner = isClosed ? value.slice(1, -1) : value.slice(1);
  const inside = quotesIn(inner, '"');
  if (inside.every(({ escaped }) => escaped)) {
    return !isClosed && UNCLEAR_INSIDE.test(inner) ? null : withoutEscapes(inner);
  }
  const isWrapped = alternates(inside, 'opening');
  const isOwn = alternates(inside, 'closing');
  if (inside.length % 2 === 1) {
    if (!isClosed)
      return isOwn && !isWrapped ? withoutEscapes(value) : ownUnlessOpening(value, inside);
    const areInches = inside.every(({ kind }) => kind === 'inches');
    return areInches && !/^\d+"/.test(inner) ? inner : null;
  }
  if (!isClosed) return isWrapped && !isOwn ? withoutEscapes(inner) : null;
  if (isWrapped && isOwn) return byWhatStandsBetween(value, inner, '"');
  if (isWrapped) return withoutEscapes(inner);
  if (isOwn) {
    const ends = [inside[0]?.kind, inside[inside.length - 1]?.kind];
    return ends.includes('either') ? null : withoutEscapes(value);
  }
  return inside.every(({ kind }) => kind === 'inches') && !/^\d+"/.test(inner) ? inner : null;
}

/** Behind a lone quote: a closing one of another kind, or what is no text. */
const UNCLEAR_INSIDE = /^[\s[{]|(?<!\\)["'”’]$/;

/**
 * `"a"b"c"`, where no blank tells what opens: a word that joins others stands between two texts in
 * quotes; else a generator put its quotes around a text and escaped none of its own.
 */
function byWhatStandsBetween(value: string, inner: string, mark: '"' | "'"): string {
  const [, between = '', ...more] = inner.split(mark);
  if (more.length === 1 && JOINING.test(between)) return value;
  return withoutEscapes(inner);
}

const JOINING =
  /^(?:[与和及或跟同而且到对是为非的之暨並并與のとはがや、，,+&×x~→·/|-]+|以及|还是|不是|就是|vs\.?|and|or)$/iu;

/** `"a"b`: one pair, whatever stands behind it. */
const ownUnlessOpening = (value: string, [first, ...more]: readonly Quote[]): string | null =>
  more.length === 0 && first?.kind !== 'opening' ? value : null;

/** A last quote with its backslash closes nothing, where another one inside is its partner. */
const endsEscaped = (value: string): boolean =>
  value.endsWith('\\"') && (value.match(/\\"/g)?.length ?? 0) % 2 === 0;

function unquoteSingle(value: string): string | null {
  const isClosed = value.length > 1 && value.endsWith("'") && !value.endsWith("\\'");
  if (!isClosed && ELISION.test(value)) return value;
  const inner = isClosed ? value.slice(1, -1) : value.slice(1);
  const text = inner.replaceAll("\\'", "'").replace(/(?<=\S)''(?=\S)/g, "'");
  const inside = quotesIn(inner, "'").filter(
    ({ kind, escaped }) => kind !== 'apostrophe' && !escaped
  );
  if (inside.length === 0) return !isClosed && UNCLEAR_INSIDE.test(inner) ? null : text;
  const isOwn = alternates(inside, 'closing');
  if (inside.length % 2 === 1) {
    if (!isClosed) return isOwn ? value : null;
    return inside.length === 1 && /s' /.test(inner) ? text : null;
  }
  if (!isClosed) return null;
  const isWrapped = alternates(inside, 'opening');
  if (isWrapped && isOwn) return byWhatStandsBetween(value, text, "'");
  if (isWrapped) return text;
  return isOwn ? value : null;
}

/** A word that begins with an apostrophe: 'tis, 'n', '90s. */
const ELISION =
  /^'(?:t(?:is|was|were|il|ill)|cause|cuz|em|n'?|round|bout|cos|neath|gainst|nuff|ello|sup|\d\d(?:s|er)?)(?![\p{L}\p{N}])/iu;

/** Who escaped a quote meant no backslash; where nobody did, each stands for itself. */
function withoutEscapes(text: string): string {
  if (!/\\["']/.test(text)) return text;
  const hasOthers = text.replace(/\\["'\\]/g, '').includes('\\');
  return text.replace(hasOthers ? /\\(["'])/g : /\\(["'\\])/g, '$1');
}

interface Quote {
  /** `inches` closes, too, but may also stand for itself behind its number. */
  readonly kind: 'opening' | 'closing' | 'inches' | 'apostrophe' | 'either';
  readonly escaped: boolean;
}

const BEFORE_OPENING = /^$|[\s([{（【《「『，。：:；;、,—–/-]/u;
const BEHIND_CLOSING = /^$|[\s)\]}）】》」』，。：:；;、,.!?！？—–/-]/u;

/** What each quote does, by the characters on either side. */
function quotesIn(text: string, mark: '"' | "'"): Quote[] {
  const found: Quote[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const escaped = text[at - 1] === '\\';
    const before = text[at - (escaped ? 2 : 1)] ?? '';
    const behind = text[at + 1] ?? '';
    const isApostrophe = mark === "'" && joinsLetters(before, text.slice(at + 1));
    found.push({ kind: isApostrophe ? 'apostrophe' : kindOf(before, behind), escaped });
  }
  return found;
}

/** `it's`, `中国's`, and the two quotes of an escape. */
const joinsLetters = (before: string, behind: string): boolean =>
  (/[\p{Script=Latin}\p{N}]/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(behind)) ||
  (/\S/.test(before) && /^s(?![\p{L}\p{N}])/u.test(behind)) ||
  before === "'" ||
  behind.startsWith("'");

function kindOf(before: string, behind: string): Quote['kind'] {
  const opens = BEFORE_OPENING.test(before) && !/^$|\s/.test(behind);
  const closes = BEHIND_CLOSING.test(behind) && !/^$|\s/.test(before);
  if (opens === closes) return 'either';
  if (opens) return 'opening';
  return /\d/.test(before) ? 'inches' : 'closing';
}

/** Whether the quotes can be pairs, if the first one opens or closes. */
function alternates(quotes: readonly Quote[], first: 'opening' | 'closing'): boolean {
  return quotes.every(({ kind }, index) => {
    const opens = (first === 'opening') === (index % 2 === 0);
    return kind === 'either' || (kind === 'opening') === opens;
  });
}
