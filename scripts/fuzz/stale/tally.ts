import { type Answer, ask, isDone, valueIn } from '../../site/ask';
import type { Servers } from '../races/servers';

/** How many answers were looked at, and how many were not as what was written last. */
export interface Tally {
  reads: number;
  old: number;
}

/** Asks one of the servers as a visitor would. */
export const visit = async (servers: Servers, process: number, path: string): Promise<Answer> => {
  const { url } = await servers.site(process);
  return ask(`${url}${path}`);
};

/** The first document of an answer, of one or of a list. */
const firstOf = (answer: Answer): unknown => {
  const data = valueIn(answer, 'data');
  return Array.isArray(data) ? (data as readonly unknown[])[0] : data;
};

/** Notes whether an answer has the title that it should have. */
export const note = (tally: Tally, answer: Answer, path: string, title: string | null): void => {
  tally.reads += 1;
  const first = firstOf(answer) as { readonly title?: unknown } | null | undefined;
  const found = typeof first?.title === 'string' ? first.title : null;
  const isGone =
    title === null && (answer.status === 404 || (isDone(answer) && first === undefined));
  if (isGone || (isDone(answer) && title !== null && found === title)) return;
  tally.old += 1;
  process.stdout.write(
    `OLD ${path}: ${String(found)} (${String(answer.status)}) in the place of ${String(title)}\n`
  );
};
