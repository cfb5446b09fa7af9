import type { Question, Request } from '../questions/question';
import type { Values } from '../questions/values';
import type { Answer } from '../site/ask';
import { differenceOf } from './compare';
import { EXCEPTIONS } from './exceptions';
import { headersDiffer } from './headers';
import { parse } from './json';
import { type Ask, readWholes } from './whole';

/** What is judged: a question on one turn, and how both answered. */
export interface Judged {
  readonly question: Question;
  readonly values: Values;
  readonly turn: number;
  readonly ours: Answer;
  readonly stock: Answer;
}

const bodiesDiffer = async (askStock: Ask, judged: Judged): Promise<string | null> => {
  const { question, values, turn, ours, stock } = judged;
  if (ours.text === stock.text) return null;
  const [own, theirs] = [parse(ours.text), parse(stock.text)];
  if (own === undefined || theirs === undefined) {
    return `body: ours ${ours.text.slice(0, 200)}, stock ${stock.text.slice(0, 200)}`;
  }
  const found = differenceOf(own, theirs);
  if (found === null) return null;
  return differenceOf(own, theirs, await readWholes(askStock, question, values, turn));
};

/**
 * In what our answer differs from stock's, in words; null where it does not.
 * @param askStock - answers what has to be known of the lists that an answer is a page of
 */
export const judge = async (askStock: Ask, judged: Judged): Promise<string | null> => {
  const { question, values, turn, ours, stock } = judged;
  const difference =
    ours.status === stock.status
      ? (headersDiffer(ours, stock) ?? (await bodiesDiffer(askStock, judged)))
      : `status: ours ${ours.status}, stock ${stock.status}: ${ours.text.slice(0, 200)}`;
  if (difference === null) return null;
  const request: Request = question.request(values, turn);
  return EXCEPTIONS.some((exception) => exception.covers(request, ours, stock)) ? null : difference;
};
