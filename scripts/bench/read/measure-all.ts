import type { Worker } from '../../site/workers';
import { checkAnswers } from './check-answers';
import type { Competitor, CompetitorName } from './servers/competitors';
import { cursorRequest } from './requests/cursor';
import { type Medians, mediansOf } from './measures/growth';
import { type Health, measureHealth } from './measures/health';
import { type Figures, measure } from './measures/measure-request';
import { reportMemory, reportRequests } from './report/report';
import { get, LIST, type ReadRequest, readRequests } from './requests/requests';
import { say, show } from './say';
import { measureStream } from './measures/stream';

/** What was measured on one site, with all competitors beside each other. */
export interface Measured {
  readonly requests: Readonly<Record<string, Figures>>;
  readonly streamPerSecond: number | null;
  readonly medians: Medians | null;
  readonly health: Health;
}

/** Nobody has such an answer. */
const NO_CURSOR: ReadRequest = { name: 'cursor', requests: [], status: 200 };
const NOT_MODIFIED: ReadRequest = { name: 'notModified', requests: [get(LIST)], status: 304 };

/**
 * Asks all competitors for the same, sees that they agree, and measures them in turns.
 *
 * @param withMedians whether to take the medians by which sites of several sizes are compared
 */
export const measureAll = async (
  generator: Worker,
  competitors: readonly Competitor[],
  posts: number,
  withMedians: boolean
): Promise<Measured> => {
  const byName = new Map(competitors.map((competitor) => [competitor.name, competitor]));
  const portOf = (name: CompetitorName): number => byName.get(name)?.port ?? 0;

  say('seeing that all answer the same …');
  const asked = readRequests(posts);
  await byName.get('memory')?.worker.ask('keep', await checkAnswers(competitors, asked));
  const cursor = await cursorRequest(portOf('ours'), posts);

  const requests: Record<string, Figures> = {};
  for (const request of [...asked, cursor ?? NO_CURSOR, NOT_MODIFIED]) {
    say(`measuring ${request.name} …`);
    requests[request.name] = await measure(generator, competitors, request);
  }
  show(reportRequests(requests));

  const streamPerSecond = await measureStream(portOf('ours'));
  const medians = withMedians ? await mediansOf(generator, portOf('ours'), posts) : null;
  show(await reportMemory(competitors));

  say('asking for its health while others search …');
  const health = await measureHealth(generator, portOf('cached'));
  say(JSON.stringify(health));
  return { requests, streamPerSecond, medians, health };
};
