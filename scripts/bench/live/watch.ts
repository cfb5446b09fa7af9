/** Something that goes on beside what is measured. */
export interface Watched<Result> {
  readonly over: Promise<Result>;
  isOver(): boolean;
}

/** Tells whether something is over that is awaited later; until then nobody listens. */
export const watch = <Result>(meanwhile: Promise<Result>): Watched<Result> => {
  let hasEnded = false;
  const over = meanwhile.finally(() => {
    hasEnded = true;
  });
  over.catch(() => undefined);
  return { over, isOver: () => hasEnded };
};
