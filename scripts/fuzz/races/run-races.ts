import { type DatabaseName, withDatabase } from '../../site/databases';
import { racesOf, type RacePlan } from './plan';
import { type Raced, runRace } from './run-race';
import { startServers } from './servers';
import { stage } from './stage';
import { tellRace } from './tell-race';

/** Differences that are printed whole, of each kind of race. */
const SHOWN = 2;

/** Races after which is said how far it is. */
const STEP = 200;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** How often each choice of operations was raced, and how often something was wrong. */
interface Tally {
  races: number;
  readonly faults: Map<string, number>;
}

const note = (tallies: Map<string, Tally>, { race, faults }: Raced): Tally => {
  const name = race.operations.join(', ');
  const tally = tallies.get(name) ?? { races: 0, faults: new Map<string, number>() };
  tallies.set(name, tally);
  tally.races += 1;
  for (const line of new Set(faults.map((fault) => fault.split('\n')[0] ?? ''))) {
    tally.faults.set(line, (tally.faults.get(line) ?? 0) + 1);
  }
  return tally;
};

const sumUp = (tallies: ReadonlyMap<string, Tally>): void => {
  for (const [name, { races, faults }] of tallies) {
    for (const [fault, count] of faults) say(`${name}: ${fault} (${count} of ${races})`);
  }
};

/**
 * Races operations on one document, through the doors that people come in by, and checks what is
 * left against the rules.
 *
 * @returns how many races left something that no rule explains
 */
export const runRaces = (database: DatabaseName, plan: RacePlan): Promise<number> =>
  withDatabase(database, async (place) => {
    const servers = await startServers(place);
    const posts = stage(servers);
    const tallies = new Map<string, Tally>();
    const begun = performance.now();
    const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(0);
    let count = 0;
    let failed = 0;
    try {
      for (const race of racesOf(plan)) {
        count += 1;
        const raced = await runRace(servers, posts, race, count);
        const tally = note(tallies, raced);
        if (raced.faults.length > 0) {
          failed += 1;
          if ([...tally.faults.values()].some((times) => times <= SHOWN))
            say(tellRace(count, raced));
        }
        if (count % STEP === 0)
          say(`${database}: ${count} races, ${failed} failed, ${seconds()} s`);
      }
      const strays = await servers.askBoth<Record<string, number>>('strays');
      for (const [what, number] of Object.entries(strays)) {
        if (number === 0) continue;
        failed += 1;
        say(`${number} ${what}`);
      }
    } finally {
      await servers.stop();
      await posts.clear();
    }
    sumUp(tallies);
    say(
      `${database}: ${count} races of seed ${plan.seed} in ${seconds()} s: ${failed === 0 ? 'none failed' : `${failed} failed`}`
    );
    return failed;
  });
