import type { Worker } from '../../../site/workers';
import { median, percentile, rounded } from '../../figures';
import { askOnce } from '../requests/ask-once';
import type { Competitor, CompetitorName } from '../servers/competitors';
import type { Load, Rate, Until } from '../generator/step-generate';
import type { ReadRequest } from '../requests/requests';
import type { Usage } from '../servers/usage';

/** What one server made of one request. */
export interface Figure {
  /** Of one request after the other, with nothing beside it. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Answers to ten connections at once. */
  readonly perSecond: number;
  /** Whether the server would have answered more, had more been sent. */
  readonly isGeneratorLimit: boolean;
}

/** Null for a server that has no such answer. */
export type Figures = Readonly<Record<CompetitorName, Figure | null>>;

const WARM_UP_SECONDS = 1;
const MOST_WARM_UPS = 10;
const ROUND_SECONDS = 1;
const ROUNDS = 3;

/** One after the other so long, in milliseconds, but so many at least and at most. */
const ALONE = 1_000;
const FEWEST = 10;
const MOST = 1_000;

/** What takes longer is not measured in rounds, but once; in milliseconds. */
const SLOW = 25;
/**
 * How long that once is, in milliseconds, and how many answers at least. Requests that are sent
 * together take turns on the event loop and end together: by time alone, none might have ended.
 */
const SLOW_ROUND = 4_000;
const SLOW_ANSWERS = 20;

/** How busy the event loop of a generator is that cannot send more. */
const ALL_BUSY = 0.85;

/**
 * What a competitor is sent, or null where it has no such answer.
 *
 * @throws where its answer is another than there should be
 */
export const loadFor = async (
  { port }: Pick<Competitor, 'port'>,
  { requests, status }: ReadRequest
): Promise<Load | null> => {
  const [first] = requests;
  if (first === undefined) return null;
  const answer = await askOnce(port, first);
  if (answer.status === 404) return null;
  if (answer.status >= 300) throw new Error(`${first.method} ${first.path}: ${answer.status}`);
  if (status !== 304) return { port, requests, status };
  if (answer.etag === null) return null;
  const conditional = { ...first, headers: { ...first.headers, 'if-none-match': answer.etag } };
  return { port, requests: [conditional], status };
};

/** Sends each request more than once, so that what a server keeps is kept when it is measured. */
const warmUp = async (generator: Worker, load: Load): Promise<void> => {
  const until: Until = { duration: WARM_UP_SECONDS };
  let sent = 0;
  for (let round = 0; round < MOST_WARM_UPS && sent < 2 * load.requests.length; round += 1) {
    const { perSecond }: Rate = await generator.ask('rate', { ...load, until });
    sent += perSecond * WARM_UP_SECONDS;
  }
};

/**
 * Milliseconds of one request after the other.
 *
 * @throws where there is no right answer among the first
 */
export const timesAlone = async (generator: Worker, load: Load): Promise<number[]> => {
  const ask = (amount: number): Promise<number[]> => generator.ask('times', { ...load, amount });
  const first = await ask(3);
  if (first.length === 0) throw new Error(`GET ${load.requests[0]?.path}: no answer is right`);
  const usual = median(first);
  if (usual < SLOW) await warmUp(generator, load);
  return ask(Math.round(Math.min(MOST, Math.max(FEWEST, ALONE / usual))));
};

interface Round {
  readonly perSecond: number;
  readonly isGeneratorLimit: boolean;
}

/** @param usual milliseconds of an answer that comes alone */
const round = async (
  generator: Worker,
  worker: Worker,
  load: Load,
  usual: number
): Promise<Round> => {
  const until: Until =
    usual > SLOW
      ? { amount: Math.round(Math.max(SLOW_ANSWERS, SLOW_ROUND / usual)) }
      : { duration: ROUND_SECONDS };
  await worker.ask('usage');
  const { perSecond, busy } = await generator.ask<Rate>('rate', { ...load, until });
  const server = await worker.ask<Usage>('usage');
  return { perSecond, isGeneratorLimit: busy > Math.max(ALL_BUSY, server.busy) };
};

/** Measures one request with everybody, in turns, so that a busy moment falls on all. */
export const measure = async (
  generator: Worker,
  competitors: readonly Competitor[],
  request: ReadRequest
): Promise<Figures> => {
  const measured: Partial<Record<CompetitorName, Figure | null>> = {};
  const started: { competitor: Competitor; load: Load; sorted: number[]; rounds: Round[] }[] = [];
  for (const competitor of competitors) {
    const load = await loadFor(competitor, request);
    measured[competitor.name] = null;
    if (load === null) continue;
    const sorted = (await timesAlone(generator, load)).sort((a, b) => a - b);
    started.push({ competitor, load, sorted, rounds: [] });
  }
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const { competitor, load, sorted, rounds } of started) {
      const usual = median(sorted);
      if (usual > SLOW && turn > 0) continue;
      rounds.push(await round(generator, competitor.worker, load, usual));
    }
  }
  for (const { competitor, sorted, rounds } of started) {
    measured[competitor.name] = {
      medianMs: rounded(median(sorted), 3),
      p99Ms: rounded(percentile(sorted, 0.99), 3),
      perSecond: rounded(median(rounds.map(({ perSecond }) => perSecond)), 2),
      isGeneratorLimit: rounds.every(({ isGeneratorLimit }) => isGeneratorLimit),
    };
  }
  return measured as Figures;
};
