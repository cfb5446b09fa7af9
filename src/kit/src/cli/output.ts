import { once } from 'node:events';
import { ConfigurationError } from '../config/configuration-error';
import { printable } from '../text/printable';

let isRead = true;
let isTolerant = false;

/**
 * Lets a command go on when nobody reads its output any longer, as in `runs | head`: what it has
 * begun it finishes, and it may stop where it only tells.
 */
export const tolerateClosedOutput = (): void => {
  if (isTolerant) return;
  isTolerant = true;
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

/** An error may have no words of its own; where a module is missing, Node adds a page of who asked for it. */
const messageOf = (error: Error): string => {
  if (error.message !== '') return error.message.split('\nRequire stack:')[0] ?? '';
  const within: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return within instanceof Error ? messageOf(within) : error.name;
};

/** The wrong keys of a configuration are a line each; any other message is one line. */
const linesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [String(error)];
  const { cause } = error;
  const message = messageOf(error);
  const isConfiguration = [error, cause].some((each) => each instanceof ConfigurationError);
  return isConfiguration ? message.split('\n') : [message];
};

/** Says on standard error why a command failed. */
export const sayError = (error: unknown): void => linesOf(error).forEach(say);
