/** What one step took. */
export interface Taken {
  readonly seconds: number;
  /** Of all threads: what other processes do beside it hardly shows in it. */
  readonly cpuSeconds: number;
  readonly peakRssMiB: number;
  /** What Strapi alone had. */
  readonly bootedRssMiB: number;
  /** What it came to, in its own words. */
  readonly came: unknown;
  /** The newest run. */
  readonly run: number;
}

const MICROSECONDS = 1_000_000;

/** Starts to take the time. */
export const startClock = (): (() => Pick<Taken, 'seconds' | 'cpuSeconds'>) => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds: (performance.now() - start) / 1000,
      cpuSeconds: (user + system) / MICROSECONDS,
    };
  };
};
