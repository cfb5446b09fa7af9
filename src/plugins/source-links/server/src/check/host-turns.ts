/** Time, as a check sees it; both in milliseconds. */
export interface Clock {
  now(): number;
  sleep(time: number): Promise<void>;
}

/** Waits until it is polite to ask a host again. */
export type Turn = (host: string) => Promise<void>;

/** Hosts that have been left in peace long enough are forgotten beyond so many. */
const MAX_HOSTS = 1000;

/** Lets each host be asked once in `delay` milliseconds, in the order of asking. */
export function hostTurns(delay: number, clock: Clock): Turn {
  const next = new Map<string, number>();
  return async (host) => {
    const now = clock.now();
    const at = Math.max(now, next.get(host) ?? now);
    if (next.size >= MAX_HOSTS) {
      for (const [other, time] of next) if (time <= now) next.delete(other);
    }
    next.set(host, at + delay);
    if (at > now) await clock.sleep(at - now);
  };
}
