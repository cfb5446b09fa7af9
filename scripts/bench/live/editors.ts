import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, ask, type Asked, isDone, valueIn } from '../../site/ask';
import type { Editor } from '../../site/editor';
import { latencyOf, type Latency } from './latency';
import type { Watched } from './watch';

/** What an editor did, how long it took in milliseconds, and why it was refused, if it was. */
export interface Action {
  readonly kind: string;
  readonly taken: number;
  readonly refusal: string | null;
}

/** How many editors work at a time. */
const EDITORS = 4;

/** An editor thinks so long between two actions, in milliseconds: less than any does. */
const THINKS = 1_500;

const POSTS = '/content-manager/collection-types/api::post.post';

/** How far down the list of the last posts an editor looks for somebody else's. */
const LOOKED_THROUGH = 25;

/** Characters of a refusal that are kept. */
const SHOWN = 200;

/** A day of an editor: a post of one's own from its making to its end, and somebody else's beside. */
const DAY = [
  'create',
  'save',
  'publish',
  'save',
  'save another',
  'publish',
  'save',
  'discard',
  'save',
  'publish',
  'save another',
  'unpublish',
  'delete',
] as const;
type Kind = (typeof DAY)[number];

const sentFor = (
  kind: Kind,
  documentId: string,
  title: string
): { readonly path: string; readonly asked: Omit<Asked, 'token'> } => {
  const own = `${POSTS}/${documentId}`;
  switch (kind) {
    case 'create':
      return { path: POSTS, asked: { method: 'POST', body: { title } } };
    case 'save':
    case 'save another':
      return { path: own, asked: { method: 'PUT', body: { title } } };
    case 'delete':
      return { path: own, asked: { method: 'DELETE' } };
    default:
      return { path: `${own}/actions/${kind}`, asked: { method: 'POST', body: {} } };
  }
};

/** Another's document, one of the last that came; null where there is none. */
const findAnother = async (site: string, number: number): Promise<string | null> => {
  const page = 1 + (number % LOOKED_THROUGH);
  const answer = await ask(
    `${site}/api/posts?sort=id:desc&fields[0]=slug&pagination[pageSize]=1&pagination[page]=${page}`
  );
  const documentId = valueIn(answer, 'data', '0', 'documentId');
  return typeof documentId === 'string' ? documentId : null;
};

/** Somebody else's post may be gone by the time that it is saved: a rollback takes it. */
const refusalOf = (kind: Kind, answer: Answer): string | null =>
  isDone(answer) || (kind === 'save another' && answer.status === 404)
    ? null
    : `${kind}: ${String(answer.status)} ${answer.text}`.slice(0, SHOWN);

const work = async (
  site: string,
  editor: Editor,
  number: number,
  { isOver }: Watched<unknown>
): Promise<Action[]> => {
  const actions: Action[] = [];
  let own = '';
  // They do not all begin in the same moment.
  await pause((number * THINKS) / EDITORS);
  for (let step = 0; !isOver(); step += 1) {
    const kind = DAY[step % DAY.length] ?? 'create';
    const documentId = kind === 'save another' ? await findAnother(site, step + number) : own;
    // Where its making was refused, there is nothing to do anything with.
    if (documentId === null || (documentId === '' && kind !== 'create')) continue;
    const { path, asked } = sentFor(kind, documentId, `第${number}位编辑第${step}次`);
    const answer = await editor.send(site, path, asked);
    if (kind === 'create') own = String(valueIn(answer, 'data', 'documentId') ?? '');
    actions.push({
      kind,
      taken: answer.ended - answer.started,
      refusal: refusalOf(kind, answer),
    });
    await pause(THINKS);
  }
  return actions;
};

/** Has several editors work while something else goes on, each on one thing after the other. */
export const edit = async (
  site: string,
  editor: Editor,
  meanwhile: Watched<unknown>
): Promise<Action[]> => {
  const numbers = Array.from({ length: EDITORS }, (_, index) => index + 1);
  const all = await Promise.all(numbers.map((number) => work(site, editor, number, meanwhile)));
  return all.flat();
};

/** What editors waited for, and what was refused. */
export interface ActionFigures extends Latency {
  readonly refused: number;
}

export const figuresOf = (actions: readonly Action[]): ActionFigures => ({
  ...latencyOf(actions.map(({ taken }) => taken)),
  refused: actions.filter(({ refusal }) => refusal !== null).length,
});

/** The same for each kind of action. */
export const figuresByKind = (actions: readonly Action[]): Record<string, ActionFigures> =>
  Object.fromEntries(
    [...new Set(DAY)].map((kind) => [
      kind,
      figuresOf(actions.filter((action) => action.kind === kind)),
    ])
  );
