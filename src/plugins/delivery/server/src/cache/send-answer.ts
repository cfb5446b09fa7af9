import type { IncomingMessage, ServerResponse } from 'node:http';

import { choosePacking } from './choose-packing';
import type { KeptAnswer, Packing } from './kept-answer';
import { isWorthPacking } from './pack-answer';
import { replyWith } from './reply';

/**
 * Sends an answer, packed where the client takes that and it is packed already.
 *
 * @param extra more headers, names and values in turns
 * @returns how the client would have it packed the next time; null where it has it so, or not at all
 */
export const sendAnswer = (
  answer: KeptAnswer,
  request: IncomingMessage,
  response: ServerResponse,
  extra: readonly string[]
): Packing | null => {
  const wanted = isWorthPacking(answer) ? choosePacking(request) : null;
  const isThere = wanted !== null && answer.packed.has(wanted);
  const { status, headers, body } = replyWith(answer, request, isThere ? wanted : null);
  response.writeHead(status, [...headers, ...extra]);
  if (body === null || request.method === 'HEAD') response.end();
  else response.end(body);
  return isThere ? null : wanted;
};
