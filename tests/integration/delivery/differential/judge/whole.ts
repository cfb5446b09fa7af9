import type { Question, TieBreak } from '../questions/question';
import { WHOLE_PAGE } from '../questions/question';
import type { Values } from '../questions/values';
import type { Answer } from '../site/ask';
import type { Request } from '../questions/question';
import type { Wholes } from './compare';
import { isArray, isObject, type Json, parse } from './json';

/** Sends a request to one of the sites. */
export type Ask = (request: Request) => Promise<Answer>;

/** More pages than any list of the data has. */
const MOST_PAGES = 20;

/** The lists that an answer is a page of: of REST's data, or of GraphQL's fields. */
const listsIn = (body: Json | undefined): readonly (readonly Json[])[] => {
  const data = isObject(body) ? body['data'] : undefined;
  if (isArray(data)) return [data];
  if (!isObject(data) || 'documentId' in data) return [];
  return Object.values(data)
    .map((field) => (isObject(field) ? field['nodes'] : field))
    .filter(isArray);
};

/** One list behind the other, wherever they stand in two answers. */
const append = (body: Json, more: Json): Json => {
  if (isArray(body) && isArray(more)) return [...body, ...more];
  if (!isObject(body) || !isObject(more)) return body;
  const isDocument = 'documentId' in body;
  return isDocument
    ? body
    : Object.fromEntries(
        Object.entries(body).map(([key, value]) => [key, append(value, more[key] ?? null)])
      );
};

const readWhole = async (
  ask: Ask,
  question: Question,
  values: Values,
  turn: number,
  ties: TieBreak
): Promise<Json | undefined> => {
  let whole: Json | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const request = question.whole(values, turn, ties, page);
    if (request === null) break;
    const body = parse((await ask(request)).text);
    if (body === undefined) return undefined;
    whole = whole === undefined ? body : append(whole, body);
    if (listsIn(body).every((list) => list.length < WHOLE_PAGE)) break;
  }
  return whole;
};

/** Reads all that a question is a page of, in both orders of what is tied. */
export const readWholes = async (
  ask: Ask,
  question: Question,
  values: Values,
  turn: number
): Promise<Wholes> => ({
  forwards: await readWhole(ask, question, values, turn, 'asc'),
  backwards: await readWhole(ask, question, values, turn, 'desc'),
});
