import { ReadError, READS_WAITING } from './read-errors';

/** A way for reads that is as wide as so many of them. */
export interface Lane {
  /**
   * Reads when it is its turn.
   *
   * @param asker whom it is read for, a request: all that one asks for counts once among those who wait
   * @throws ReadError where too many wait already or its turn would not come in time, or where it has waited too long
   */
  through<Result>(asker: object, read: () => Promise<Result>): Promise<Result>;
  /** Whether it refuses who comes now. */
  isFull(): boolean;
}

/** How much goes through a lane. */
export interface LaneLimits {
  /** How many read at once. */
  readonly atOnce: number;
  /** How many askers may wait; further ones are refused. */
  readonly waiting: number;
  /** How long each may wait, in milliseconds; 0 for no limit. */
  readonly patience: number;
  /** Whether who has a turn may read more than one thing in it. */
  readonly sharesTurn: boolean;
}

/** How much the latest turn counts where it is said how long one takes. */
const LATEST = 0.3;

/** How long a read may wait, so that one that takes all the time it may is waited for. */
export const patienceOf = (timeout: number): number => 2 * timeout;

interface Waiting {
  readonly asker: object;
  /** @param hasPlace whether it is to give a place back */
  start(hasPlace: boolean): void;
}

export const openLane = ({ atOnce, waiting, patience, sharesTurn }: LaneLimits): Lane => {
  const queue = new Set<Waiting>();
  /** How many of its reads each asker waits for. */
  const askers = new Map<object, number>();
  /** How many of its reads are at work. */
  const reading = new WeakMap<object, number>();
  let free = atOnce;
  /** How long a turn takes, in milliseconds, the latest counting most. */
  let usual = 0;

  const leave = (one: Waiting): void => {
    queue.delete(one);
    const others = (askers.get(one.asker) ?? 1) - 1;
    if (others === 0) askers.delete(one.asker);
    else askers.set(one.asker, others);
  };

  /** Who would wait for longer than anybody may is told so at once. */
  const wouldWaitInVain = (): boolean => patience > 0 && (askers.size * usual) / atOnce >= patience;
  const isFull = (): boolean => free === 0 && (askers.size >= waiting || wouldWaitInVain());

  const begin = (asker: object): void => {
    reading.set(asker, (reading.get(asker) ?? 0) + 1);
  };

  const waitForTurn = (asker: object): Promise<boolean> =>
    new Promise((resolve, reject) => {
      if (isFull() && !askers.has(asker)) {
        reject(new ReadError(READS_WAITING, 'too many reads that take long wait already'));
        return;
      }
      const start = (hasPlace: boolean): void => {
        leave(one);
        clearTimeout(timer);
        begin(asker);
        resolve(hasPlace);
      };
      const one: Waiting = { asker, start };
      const giveUp = (): void => {
        leave(one);
        reject(new ReadError(READS_WAITING, `it has waited for ${patience} ms`));
      };
      const timer = patience === 0 ? undefined : setTimeout(giveUp, patience).unref();
      queue.add(one);
      askers.set(asker, (askers.get(asker) ?? 0) + 1);
    });

  /** Whether it takes a place, which is to be given back. */
  const take = async (asker: object): Promise<boolean> => {
    const isItsTurn = sharesTurn && (reading.get(asker) ?? 0) > 0;
    if (!isItsTurn && free === 0) return waitForTurn(asker);
    begin(asker);
    if (!isItsTurn) free -= 1;
    return !isItsTurn;
  };

  /** Who waits longest takes the place as it is. */
  const giveBack = (): void => {
    const [first] = queue;
    if (first === undefined) {
      free += 1;
      return;
    }
    const others = sharesTurn ? [...queue].filter(({ asker }) => asker === first.asker) : [first];
    for (const one of others) one.start(one === first);
  };

  return {
    isFull,
    async through(asker, read) {
      const hasPlace = await take(asker);
      const began = performance.now();
      try {
        return await read();
      } finally {
        reading.set(asker, (reading.get(asker) ?? 1) - 1);
        if (hasPlace) {
          const took = performance.now() - began;
          usual = usual === 0 ? took : (1 - LATEST) * usual + LATEST * took;
          giveBack();
        }
      }
    },
  };
};
