import type { Meaning, Outcome, State } from './model';

/** One operation that was raced, and what its door answered. */
export interface Act {
  readonly means: Meaning;
  readonly mark: string;
  /** `failed`: it was not answered, or with a fault of the server; it may have been done or not. */
  readonly outcome: Outcome | 'failed';
  readonly started: number;
  readonly ended: number;
}

/** What a door may have meant by its answer, given how a document was. */
const nextStates = ({ means, mark, outcome }: Act, state: State, lenient: boolean): State[] => {
  const { next, outcomes } = means(state, mark);
  if (outcome === 'failed') return [next, state];
  if (outcome === 'refused') return [state];
  if (outcomes.includes(outcome)) return [next];
  return lenient && outcome === 'missing' ? [state] : [];
};

/**
 * Whether some order of the operations, one after the other, answers as they were answered and
 * leaves what was found. Those that had ended before others began come before them.
 *
 * @param lenient whether "not found" may be answered for no reason
 */
export const canBeExplained = (
  start: State,
  acts: readonly Act[],
  isFound: (state: State) => boolean,
  lenient = false
): boolean => {
  if (acts.length === 0) return isFound(start);
  return acts.some((act) => {
    const others = acts.filter((other) => other !== act);
    if (others.some((other) => other.ended < act.started)) return false;
    return nextStates(act, start, lenient).some((next) =>
      canBeExplained(next, others, isFound, lenient)
    );
  });
};
