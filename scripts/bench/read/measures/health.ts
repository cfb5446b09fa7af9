import type { Worker } from '../../../site/workers';
import { percentile, rounded } from '../../figures';
import type { Storm, Stormed } from '../generator/storm';
import { LIST, searchFor } from '../requests/requests';
import { RARE_WORD } from '../site/made-posts';

const SEARCHES = 1000;

/** What others wait for while a thousand searches are sent, in milliseconds. */
export interface Health {
  /** `GET /_health`, and the newest 25, at the 99th percentile. */
  readonly healthP99Ms: number;
  readonly listP99Ms: number;
  readonly searches: Pick<Stormed, 'sent' | 'statuses'>;
}

const p99 = (waits: readonly number[] = []): number =>
  rounded(
    percentile(
      waits.toSorted((a, b) => a - b),
      0.99
    ),
    1
  );

export const measureHealth = async (generator: Worker, port: number): Promise<Health> => {
  const storm: Storm = {
    port,
    // No two are the same, so that none can be answered with another's answer.
    searches: Array.from({ length: SEARCHES }, (_, turn) => searchFor(`${RARE_WORD}${turn}`)),
    beside: ['/_health', LIST],
  };
  const { beside, sent, statuses } = await generator.ask<Stormed>('storm', storm);
  return {
    healthP99Ms: p99(beside[0]),
    listP99Ms: p99(beside[1]),
    searches: { sent, statuses },
  };
};
