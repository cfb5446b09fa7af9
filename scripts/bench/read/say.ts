/** Tells how far a benchmark is. */
export const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/** Shows a table. */
export const show = (text: string): void => {
  process.stderr.write(`\n${text}\n\n`);
};
