/**
 * Ruby's `downcase`: Unicode's full mapping without its one rule of context, so that a capital
 * sigma at a word's end stays the ordinary small one.
 */
export function downcase(text: string): string {
  return text.includes('Σ')
    ? [...text].map((char) => char.toLowerCase()).join('')
    : text.toLowerCase();
}

/** Letters whose title case is not their capital with all but its first letter made small. */
const TITLE_CASE: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǳ: 'ǲ',
  ŉ: 'ʼN',
};

/** Ruby's `capitalize`: the first letter in title case, all others small. */
export function capitalize(text: string): string {
  const [first = '', ...rest] = [...text];
  const small = downcase(rest.join(''));
  const title = TITLE_CASE[first];
  if (title !== undefined) return title + small;
  const [upper = '', ...tail] = [...first.toUpperCase()];
  return upper + downcase(tail.join('')) + small;
}
