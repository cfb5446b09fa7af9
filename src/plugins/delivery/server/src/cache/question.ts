import type { IncomingMessage } from 'node:http';

import { isPersonal } from '../answers/http/personal';

/** Longer ones are nobody's to remember. */
const MAX_LENGTH = 2500;

/** What may follow a path. */
const ENDS = new Set(['?', '/', undefined]);

/**
 * Names what a request asks for, so that whoever asks the same may have the same answer.
 *
 * @param paths where the public may ask
 * @returns null for what is not for the public, or none of the paths
 */
export const questionOf = (
  paths: readonly string[],
  { method, url = '', headers }: IncomingMessage
): string | null => {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!paths.some((path) => url.startsWith(path) && ENDS.has(url[path.length]))) return null;
  if (isPersonal(headers)) return null;
  // What a browser is told of the origins that may read differs from one to the other.
  const question = `${url}\n${headers.origin ?? ''}`;
  return question.length > MAX_LENGTH ? null : question;
};
