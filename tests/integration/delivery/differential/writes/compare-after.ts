import { compareAnswers } from '../compare-question';
import type { Question } from '../questions/question';
import type { Pair } from '../site/pair';

/**
 * Asks our site at once, all questions, and then stock.
 * @throws Error where an answer is not as stock has it
 */
export const compareAfterWrite = async (
  pair: Pair,
  questions: readonly Question[]
): Promise<void> => {
  const turn = 0;
  const answers = await Promise.all(
    questions.map((question) => pair.ours.ask(question.request(pair.values, turn), question.who))
  );
  for (const [index, question] of questions.entries()) {
    const ours = answers[index];
    if (ours === undefined) continue;
    const stock = await pair.stock.ask(question.request(pair.values, turn), question.who);
    await compareAnswers(pair, question, { turn, ours, stock });
  }
};
