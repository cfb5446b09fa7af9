import { faultsAfter } from './check';
import type { Seen } from './look';
import type { PlannedRace } from './plan';
import { send, type SentAct } from './send';
import type { Servers } from './servers';
import type { Stage, Staged } from './stage';

/** What came of a race. */
export interface Raced {
  readonly race: PlannedRace;
  readonly staged: Staged;
  readonly acts: readonly SentAct[];
  readonly seen: Seen;
  /** None where all is well. */
  readonly faults: readonly string[];
}

/** Runs one race, and looks at what it has left. */
export const runRace = async (
  servers: Servers,
  posts: Stage,
  race: PlannedRace,
  number: number
): Promise<Raced> => {
  const staged = await posts.next(race.start);
  const acts = await Promise.all(
    race.operations.map((name, index) => {
      const { process, after } = race.turns[index] ?? { process: 0, after: 0 };
      const mark = `mark-${number}-${index}`;
      return send(servers, staged, { name, mark, process }, after);
    })
  );
  // The ledger is right if the next import takes it from there.
  if (race.operations.includes('import')) {
    const again = { name: 'import', mark: `mark-${number}-again`, process: 0 } as const;
    acts.push(await send(servers, staged, again));
  }
  const seen = await servers.askBoth<Seen>('look', staged.documentId);
  const failures = acts
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name }) => `${name} was not answered, or with a fault of the server`);
  const faults = [
    ...servers.endings().map((ending) => `a server process ended: ${ending}`),
    ...failures,
    ...faultsAfter(staged.state, acts, seen),
  ];
  return { race, staged, acts, seen, faults };
};
