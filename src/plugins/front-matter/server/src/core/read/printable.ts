const MAX_SHOWN = 120;

/** A part of a file as messages show it: shortened, with codes for invisible characters. */
export const printable = (text: string): string => {
  const line = text
    .slice(0, 4 * MAX_SHOWN)
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(INVISIBLE, asCode);
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
};

/** Characters that are invisible or look like a space. */
const INVISIBLE = /[\p{Cc}\u00a0\u00ad\u2000-\u200d\u2028\u2029\u2060\u3000\ufeff]/gu;

const asCode = (char: string): string =>
  `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
