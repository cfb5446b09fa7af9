import { setTimeout as pause } from 'node:timers/promises';
import { isDone, valueIn } from '../../site/ask';
import type { Editor } from '../../site/editor';
import { rounded } from '../figures';
import { type Latency, latencyOf } from './latency';

/** As often as the page asks how far a task is, in milliseconds. */
const EVERY = 1_000;

const ROUTES = '/front-matter';

/** What an import came to that the Archives page has started. */
export interface ImportByPage {
  readonly run: number;
  readonly seconds: number;
  readonly created: number;
  /** How long the page waited to be told how far it is, in milliseconds. */
  readonly page: Latency;
}

/** An import's task, as the page is told of it. */
interface Told {
  readonly key: string;
  readonly state: string;
  readonly finishedAt: string | null;
  readonly run: number | null;
  readonly counts: { readonly created?: number };
  readonly message: string | null;
}

/** Picks a folder of the server as the page does, has it imported, and asks how far that is until it has ended. */
export const importByPage = async (
  site: string,
  editor: Editor,
  folder: string
): Promise<ImportByPage> => {
  const start = performance.now();
  const waited: number[] = [];
  const post = async (path: string, body: object): Promise<Told> => {
    const answer = await editor.send(site, `${ROUTES}${path}`, { method: 'POST', body });
    if (isDone(answer)) return valueIn(answer, 'data') as Told;
    throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
  };
  const { key } = await post('/archives', { folder, name: null });
  let task = await post(`/archives/${key}/import`, {});
  while (task.finishedAt === null) {
    await pause(EVERY);
    const answer = await editor.send(site, `${ROUTES}/tasks/${task.key}`, { method: 'GET' });
    waited.push(answer.ended - answer.started);
    if (isDone(answer)) task = valueIn(answer, 'data') as Told;
  }
  if (task.state !== 'finished' || task.run === null) {
    throw new Error(`The import by the page is ${task.state}: ${String(task.message)}`);
  }
  return {
    run: task.run,
    seconds: rounded((performance.now() - start) / 1000, 3),
    created: task.counts.created ?? 0,
    page: latencyOf(waited),
  };
};
