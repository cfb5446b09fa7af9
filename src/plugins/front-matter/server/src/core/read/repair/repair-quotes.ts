/** The text that a value in quotes means which is not YAML; null where it may mean two. */
export const unquote = (value: string): string | null => {
  if (value.length < 3) return null;
  // A comma or semicolon behind the closing quote, or a closing quote of another kind.
  const [, lone] = /^"([^"\\]*)"[ \t]*[,;]$|^"([^"“”]+)”$/.exec(value)?.filter(Boolean) ?? [];
  const [, alone] = /^'([^'\\]*)'[ \t]*[,;]$/.exec(value) ?? [];
  if (lone !== undefined || alone !== undefined) return lone ?? alone ?? null;
  return value.startsWith('"') ? unquoteDouble(value) : unquoteSingle(value);
};

const unquoteDouble = (value: string): string | null => {
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
};

/** Text behind a single quote that is not clear: it has another closing quote, or is not a text. */
const UNCLEAR_INSIDE = /^[\s[{]|(?<!\\)["'”’]$/;

/**
 * `"a"b"c"`, where no space shows which quotes open: a joining word is between two quoted texts; anything
 * else is inside of a text that a program has quoted without escaping.
 */
const byWhatStandsBetween = (value: string, inner: string, mark: '"' | "'"): string => {
  const [, between = '', ...more] = inner.split(mark);
  if (more.length === 1 && JOINING.test(between)) return value;
  return withoutEscapes(inner);
};

const JOINING =
  /^(?:[与和及或跟同而且到对是为非的之暨並并與のとはがや、，,+&×x~→·/|-]+|以及|还是|不是|就是|vs\.?|and|or)$/iu;

/** `"a"b`: one pair of quotes that belongs to the text. */
const ownUnlessOpening = (value: string, [first, ...more]: readonly Quote[]): string | null =>
  more.length === 0 && first?.kind !== 'opening' ? value : null;

/** Whether the last quote is escaped and pairs with an escaped one inside, so that it does not close. */
const endsEscaped = (value: string): boolean =>
  value.endsWith('\\"') && (value.match(/\\"/g)?.length ?? 0) % 2 === 0;

const unquoteSingle = (value: string): string | null => {
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
};

/** A word that begins with an apostrophe: 'tis, 'n', '90s. */
const ELISION =
  /^'(?:t(?:is|was|were|il|ill)|cause|cuz|em|n'?|round|bout|cos|neath|gainst|nuff|ello|sup|\d\d(?:s|er)?)(?![\p{L}\p{N}])/iu;

/** Removes the backslashes of escaped quotes; without any, backslashes belong to the text. */
const withoutEscapes = (text: string): string => {
  if (!/\\["']/.test(text)) return text;
  const hasOthers = text.replace(/\\["'\\]/g, '').includes('\\');
  return text.replace(hasOthers ? /\\(["'])/g : /\\(["'\\])/g, '$1');
};

interface Quote {
  /** `inches` is a closing quote behind a number, where it may mean inches. */
  readonly kind: 'opening' | 'closing' | 'inches' | 'apostrophe' | 'either';
  readonly escaped: boolean;
}

const BEFORE_OPENING = /^$|[\s([{（【《「『，。：:；;、,—–/-]/u;
const BEHIND_CLOSING = /^$|[\s)\]}）】》」』，。：:；;、,.!?！？—–/-]/u;

/** The kinds of the quotes in a text, by the characters on either side. */
const quotesIn = (text: string, mark: '"' | "'"): Quote[] => {
  const found: Quote[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const escaped = text[at - 1] === '\\';
    const before = text[at - (escaped ? 2 : 1)] ?? '';
    const behind = text[at + 1] ?? '';
    const isApostrophe = mark === "'" && joinsLetters(before, text.slice(at + 1));
    found.push({ kind: isApostrophe ? 'apostrophe' : kindOf(before, behind), escaped });
  }
  return found;
};

/** `it's`, `中国's`, and the two quotes of an escape. */
const joinsLetters = (before: string, behind: string): boolean =>
  (/[\p{Script=Latin}\p{N}]/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(behind)) ||
  (/\S/.test(before) && /^s(?![\p{L}\p{N}])/u.test(behind)) ||
  before === "'" ||
  behind.startsWith("'");

const kindOf = (before: string, behind: string): Quote['kind'] => {
  const opens = BEFORE_OPENING.test(before) && !/^$|\s/.test(behind);
  const closes = BEHIND_CLOSING.test(behind) && !/^$|\s/.test(before);
  if (opens === closes) return 'either';
  if (opens) return 'opening';
  return /\d/.test(before) ? 'inches' : 'closing';
};

/** Whether quotes can open and close in turns, if the first one opens or closes. */
const alternates = (quotes: readonly Quote[], first: 'opening' | 'closing'): boolean =>
  quotes.every(({ kind }, index) => {
    const opens = (first === 'opening') === (index % 2 === 0);
    return kind === 'either' || (kind === 'opening') === opens;
  });
