/**
 * What a terminal acts on, what breaks a line, and what shows text in another order than it has:
 * C0, DEL and C1, the line and paragraph separators, embeddings and overrides of direction.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text for people, on one line: nothing that an archive holds can act on a terminal. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => NAMED[character] ?? hex(character));

/** A value as JSON of the same meaning, with what JSON leaves as it is escaped too. */
export const printableJson = (value: object): string =>
  JSON.stringify(value).replace(UNPRINTABLE, hex);
