const MAX_SHOWN = 120;

/** A piece of a file as a message shows it. */
export function shown(text: string): string {
  const line = text
    .slice(0, 4 * MAX_SHOWN)
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(UNSEEN, asCode);
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

/** What a reader cannot see, or takes for a plain blank. */
const UNSEEN = /[\p{Cc}\u00a0\u00ad\u2000-\u200d\u2028\u2029\u2060\u3000\ufeff]/gu;

const asCode = (char: string): string =>
  `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
