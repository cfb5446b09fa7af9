import autocannon from 'autocannon';
import { answerQuestions } from '../../../site/workers';
import type { Sent } from '../requests/requests';
import { watchUsage } from '../servers/usage';
import { storm } from './storm';

/** What to send, and what a right answer has for a status. */
export interface Load {
  readonly port: number;
  readonly requests: readonly Sent[];
  readonly status: number;
}

/** What came of sending as much as a server takes. */
export interface Rate {
  /** Right answers a second. */
  readonly perSecond: number;
  /** How busy the event loop of the generator was; 1 is all of the time. */
  readonly busy: number;
}

/** No answer takes longer, in seconds. */
const LONGEST = 120;

const CONNECTIONS = 10;

type Hear = (status: number, milliseconds: number) => void;

/** Connections begin at requests that are far from each other. */
const startedAt = (requests: readonly Sent[], share: number): autocannon.Request[] => {
  const first = Math.floor(requests.length * share);
  return [...requests.slice(first), ...requests.slice(0, first)].map((request) => ({ ...request }));
};

/** When to stop: after so many answers, or so many seconds. */
export type Until = { readonly amount: number } | { readonly duration: number };

const send = async (
  { port, requests }: Load,
  connections: number,
  until: Until,
  hear: Hear
): Promise<void> => {
  let clients = 0;
  await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    timeout: LONGEST,
    ...until,
    setupClient(client) {
      leaveBodies(client as Inner);
      client.setRequests(startedAt(requests, clients / connections));
      client.on('response', (status, _, milliseconds) => hear(status, milliseconds));
      clients += 1;
    },
  });
};

/** As much of Autocannon's connections as is changed here. */
interface Inner {
  readonly pipelinedRequests?: { addBody: (bytes: Buffer) => void };
}

/** Autocannon makes a string of every answer, which takes it longer than servers take to send it. */
const leaveBodies = (client: Inner): void => {
  if (client.pipelinedRequests !== undefined) {
    client.pipelinedRequests.addBody = () => undefined;
  }
};

const { usage } = watchUsage();

void answerQuestions({
  /** Milliseconds of each right answer, one request after the other on one connection. */
  async times({ amount, ...load }: Load & { readonly amount: number }): Promise<number[]> {
    const times: number[] = [];
    await send(load, 1, { amount }, (status, milliseconds) => {
      if (status === load.status) times.push(milliseconds);
    });
    return times;
  },

  async rate({ until, ...load }: Load & { readonly until: Until }): Promise<Rate> {
    let answers = 0;
    usage();
    const start = performance.now();
    let last = start;
    await send(load, CONNECTIONS, until, (status) => {
      if (status !== load.status) return;
      answers += 1;
      last = performance.now();
    });
    const { busy } = usage();
    return { perSecond: answers === 0 ? 0 : (answers * 1000) / (last - start), busy };
  },

  storm,
});
