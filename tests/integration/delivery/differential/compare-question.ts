import { asCurl } from './judge/as-curl';
import { judge } from './judge/judge';
import type { Question, Request } from './questions/question';
import type { Answer } from './site/ask';
import type { Pair } from './site/pair';

/** Values that a question is asked with, beside those of the first time. */
const OTHER_TURNS = [1, 2];

/** Tells what differs, with the request to send it again. */
const tell = (pair: Pair, { who, request }: Question, turn: number, difference: string): string => {
  const sent = request(pair.values, turn);
  return [
    `${who} is answered otherwise than by Strapi: ${difference}`,
    `ours:  ${asCurl(pair.ours.port, sent, pair.people[who])}`,
    `stock: ${asCurl(pair.stock.port, sent, pair.people[who])}`,
  ].join('\n');
};

/**
 * Holds an answer of ours against stock's.
 * @throws Error that says what differs, and how to ask both again
 */
export const compareAnswers = async (
  pair: Pair,
  question: Question,
  { turn, ours, stock }: { turn: number; ours: Answer; stock: Answer }
): Promise<void> => {
  const { values } = pair;
  const askStock = (request: Request) => pair.stock.ask(request, question.who);
  const difference = await judge(askStock, { question, values, turn, ours, stock });
  if (difference !== null) throw new Error(tell(pair, question, turn, difference));
};

/**
 * Asks both sites, ours three times and between these with other values in the same form, since
 * what it learned of a form may answer the next. Answers with stock's first answer.
 *
 * @throws Error where an answer is not as stock has it
 */
export const compareQuestion = async (pair: Pair, question: Question): Promise<Answer> => {
  const { ours, stock, values } = pair;
  const { who } = question;
  const askOn = (site: Pair['ours'], turn: number) => site.ask(question.request(values, turn), who);

  const askStock = async () => {
    const answers = new Map<number, Answer>();
    for (const turn of [0, ...OTHER_TURNS]) answers.set(turn, await askOn(stock, turn));
    return answers;
  };
  const askOurs = async () => {
    const answers: [turn: number, answer: Answer][] = [[0, await askOn(ours, 0)]];
    for (const turn of OTHER_TURNS) {
      // Side by side, as visitors come.
      const both = await Promise.all([askOn(ours, turn), askOn(ours, 0)]);
      answers.push([turn, both[0]], [0, both[1]]);
    }
    return answers;
  };

  const [expected, answers] = await Promise.all([askStock(), askOurs()]);
  for (const [turn, answer] of answers) {
    const theirs = expected.get(turn);
    if (theirs === undefined) continue;
    await compareAnswers(pair, question, { turn, ours: answer, stock: theirs });
  }
  const [first] = expected.values();
  if (first === undefined) throw new Error('Nothing was asked.');
  return first;
};
