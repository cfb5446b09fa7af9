import { percentile, rounded } from '../figures';
import type { Visits } from './visitors';

/** How long requests took, in milliseconds. */
export interface Latency {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** The same, of requests that may have failed. */
export interface VisitsLatency extends Latency {
  readonly failed: number;
}

/** @param taken how long each of them took, in milliseconds */
export const latencyOf = (taken: readonly number[]): Latency => {
  const sorted = taken.toSorted((a, b) => a - b);
  return {
    requests: sorted.length,
    p50: rounded(percentile(sorted, 0.5)),
    p99: rounded(percentile(sorted, 0.99)),
    max: rounded(sorted.at(-1) ?? NaN),
  };
};

export const latencyOfVisits = (visits: readonly Visits[]): VisitsLatency => ({
  ...latencyOf(visits.flatMap(({ taken }) => taken)),
  failed: visits.reduce((sum, { failed }) => sum + failed, 0),
});
