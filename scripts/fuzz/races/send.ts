import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, valueIn } from '../../site/ask';
import { type Imported, writePost } from './archive';
import type { Act } from './explain';
import { operationOf, type OperationName } from './operations';
import type { Servers } from './servers';
import type { Staged } from './stage';

/** An operation that was raced, with what is printed of it. */
export interface SentAct extends Act {
  readonly name: OperationName;
  readonly process: number;
  readonly said: string;
}

type Outcome = Act['outcome'];

/** Characters of an answer that are printed. */
const SHOWN = 300;

/** Lists answer with how many they did something to. */
const ofStatus = (answer: Answer): Outcome => {
  const { status } = answer;
  if (status === null || status >= 500) return 'failed';
  if (status === 404 || valueIn(answer, 'count') === 0) return 'missing';
  return status >= 400 ? 'refused' : 'done';
};

/** GraphQL answers 200 to everything; what is not there is null, or an error of that name. */
const ofGraphql = (answer: Answer): Outcome => {
  const fault = valueIn(answer, 'errors', '0', 'extensions', 'error', 'name');
  const hasFault = valueIn(answer, 'errors') !== undefined;
  if (answer.status !== 200 || !hasFault) {
    const plain = ofStatus(answer);
    return plain === 'done' && valueIn(answer, 'data', 'updatePost') === null ? 'missing' : plain;
  }
  if (fault === 'NotFoundError') return 'missing';
  const isKnown = typeof fault === 'string' && fault !== 'InternalServerError';
  return isKnown ? 'refused' : 'failed';
};

const ofImport = ({ issues }: Imported, path: string): Outcome => {
  const codes = issues.filter((issue) => issue.path === path).map(({ code }) => code);
  if (codes.includes('DELETED_BY_EDITOR')) return 'missing';
  return codes.includes('CONFLICT') ? 'conflict' : 'done';
};

const importFile = async (
  servers: Servers,
  process: number,
  { file }: Staged,
  mark: string
): Promise<{ readonly outcome: Outcome; readonly said: string }> => {
  await writePost(file, mark);
  try {
    const site = await servers.site(process);
    const imported = await site.ask<Imported>('import', file.archive);
    return { outcome: ofImport(imported, file.path), said: JSON.stringify(imported) };
  } catch (error) {
    return { outcome: 'failed', said: String(error) };
  }
};

/** Sends one operation through its door; whatever becomes of it is told. */
export const send = async (
  servers: Servers,
  staged: Staged,
  { name, mark, process }: Pick<SentAct, 'name' | 'mark' | 'process'>,
  after = 0
): Promise<SentAct> => {
  const { door, means, sent } = operationOf(name);
  await pause(after);
  const started = performance.now();
  const tell = (outcome: Outcome, said: string): SentAct => ({
    name,
    process,
    mark,
    means,
    outcome,
    said: said.slice(0, SHOWN),
    started,
    ended: performance.now(),
  });
  if (sent === undefined) {
    const { outcome, said } = await importFile(servers, process, staged, mark);
    return tell(outcome, said);
  }
  const { path, body } = sent(staged.documentId, mark);
  const asked = {
    method: 'method' in door ? door.method : ('POST' as const),
    ...(body === undefined ? {} : { body }),
  };
  const way = door.by === 'panel' ? servers.panel : servers.api;
  const answer = await way(process, path, asked);
  const outcome = door.by === 'graphql' ? ofGraphql(answer) : ofStatus(answer);
  return tell(outcome, `${String(answer.status)} ${answer.text}`);
};
