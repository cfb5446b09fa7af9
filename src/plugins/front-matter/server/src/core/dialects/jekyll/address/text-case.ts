/**
 * Ruby's `downcase`: Unicode's full mapping without its contextual rule, so that a capital sigma at the
 * end of a word becomes σ, not ς.
 */
export const downcase = (text: string): string =>
  text.includes('Σ') ? [...text].map((char) => char.toLowerCase()).join('') : text.toLowerCase();

/** Letters whose title case is not made of their upper case by lowering all but the first letter. */
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

/** Ruby's `capitalize`: the first letter in title case, all others in lower case. */
export const capitalize = (text: string): string => {
  const [first = '', ...rest] = [...text];
  const small = downcase(rest.join(''));
  const title = TITLE_CASE[first];
  if (title !== undefined) return title + small;
  const [upper = '', ...tail] = [...first.toUpperCase()];
  return upper + downcase(tail.join('')) + small;
};
