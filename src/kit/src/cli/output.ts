import { once } from 'node:events';

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

let isRead = true;

/**
 * Lets a command go on when nobody reads its output any longer, as in `runs | head`: what it has
 * begun it finishes, and it may stop where it only tells.
 */
export const outliveReaders = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (stream === process.stdout) isRead = false;
    });
  }
};

/**
 * Writes to standard output, as it stands, and waits while it is full.
 *
 * @returns false once nobody reads it any longer
 */
export const print = async (text: string): Promise<boolean> => {
  if (!isRead) return false;
  // Rejected by the same error that tells that nobody reads.
  if (!process.stdout.write(text)) await once(process.stdout, 'drain').catch(() => undefined);
  return isRead;
};

/** Writes a line for people to standard output. */
export const printLine = (text: string): Promise<boolean> => print(`${printable(text)}\n`);

/** Says a line for people on standard error. */
export const say = (text: string): void => {
  process.stderr.write(`${printable(text)}\n`);
};
