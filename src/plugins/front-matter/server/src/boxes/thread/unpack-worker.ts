import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Outcome, ThreadMessage, ThreadSetup } from './thread-messages';
import { BoxError, unpackBox } from '../unpack-box';

const serve = async (port: MessagePort, { box, into, limits }: ThreadSetup): Promise<void> => {
  const send = (message: ThreadMessage): void => port.postMessage(message);
  const stopping = new AbortController();
  port.once('message', () => stopping.abort());
  const outcome = await unpackBox(box, into, limits, {
    signal: stopping.signal,
    onProgress: (files) => send({ kind: 'progress', files }),
  }).then((unpacked): Outcome => ({ kind: 'done', unpacked }), failureOf);
  send(outcome);
  // Nothing is left to wait for, so that the thread ends.
  port.close();
};

/** Of an error that is sent to another thread, neither class nor code would arrive. */
const failureOf = (error: unknown): Outcome =>
  error instanceof BoxError
    ? { kind: 'refused', key: error.key, values: error.values }
    : { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };

if (parentPort !== null) void serve(parentPort, workerData as ThreadSetup);
