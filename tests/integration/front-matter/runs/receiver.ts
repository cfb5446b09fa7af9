import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a webhook has sent. */
export interface Received {
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server that webhooks call. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** How it answers: at once unless a test wants otherwise. */
  answer: (response: ServerResponse) => void;
  /** Resolves once so much was received as is waited for. */
  until(isDone: (received: readonly Received[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Starts one. */
export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((sent) => {
      const body = JSON.parse(sent) as Record<string, unknown>;
      received.push({ event: String(request.headers['x-strapi-event']), body });
      receiver.answer(response);
      server.emit('received');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    answer: (response) => void response.end(),
    async until(isDone) {
      while (!isDone(received)) await once(server, 'received');
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
};
