import type { Raced } from './run-race';

/** A race in words, with all that is needed to see what went wrong. */
export const tellRace = (number: number, { race, staged, acts, seen, faults }: Raced): string => {
  const first = Math.min(...acts.map(({ started }) => started));
  const since = (time: number): string => (time - first).toFixed(1);
  return [
    `race ${number}: ${race.operations.join(', ')} on a post that is ${race.start}`,
    ...faults.map((fault) => `  ${fault}`),
    `  at first ${JSON.stringify(staged.state)}`,
    ...acts.map(
      ({ name, process, mark, started, ended, outcome, said }) =>
        `  ${name} (${mark}) at process ${process}, ${since(started)} to ${since(ended)} ms, ${outcome}: ${said}`
    ),
    `  at last ${JSON.stringify(seen)}`,
    '',
  ].join('\n');
};
