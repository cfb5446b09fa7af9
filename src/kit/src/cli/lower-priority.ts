import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** Where Linux lists the threads of this process, each of which has a priority of its own. */
const THREADS = '/proc/self/task';

/** The threads that there are; elsewhere the process as a whole, which is 0. */
const threads = (): number[] => {
  try {
    return readdirSync(THREADS).map(Number);
  } catch {
    return [0];
  }
};

/**
 * Lets what else runs on the machine go first, a site that serves above all: where both want a
 * processor, this process gets about a tenth of it. A machine with nothing else to do gives it all.
 * Threads that are started later take after the one that starts them.
 */
export const lowerPriority = (): void => {
  for (const thread of threads()) {
    try {
      setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // The thread has ended, or the system does not let us: then nothing has changed.
    }
  }
};
