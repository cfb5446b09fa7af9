import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, ask } from '../../site/ask';
import type { Watched } from './watch';

/** A request is due so often, whether or not those before it have been answered; in milliseconds. */
const EVERY = 50;

/** What came back to visitors of one address. */
export interface Visits {
  /** How long each of them waited, in milliseconds. */
  readonly taken: readonly number[];
  /** Answers other than the one that was to come. */
  readonly failed: number;
}

/**
 * Asks again and again while something else goes on. Visitors do not wait for each other: a server
 * that stands still for a second keeps everybody waiting who came in that second.
 */
export const visit = async (
  url: string,
  { isOver }: Watched<unknown>,
  expected = 200
): Promise<Visits> => {
  const asked: Promise<Answer>[] = [];
  for (let due = performance.now(); !isOver(); due += EVERY) {
    await pause(Math.max(0, due - performance.now()));
    asked.push(ask(url));
  }
  const answers = await Promise.all(asked);
  return {
    taken: answers.map(({ started, ended }) => ended - started),
    failed: answers.filter(({ status }) => status !== expected).length,
  };
};
