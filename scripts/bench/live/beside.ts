import type { Editor } from '../../site/editor';
import type { Site } from '../../site/start-site';
import { type Action, type ActionFigures, edit, figuresOf } from './editors';
import { latencyOfVisits, type VisitsLatency } from './latency';
import { type Visits, visit } from './visitors';
import { watch } from './watch';

/** What readers and editors of a site met while something went on beside it. */
export interface Met {
  readonly visitors: Visits;
  readonly health: Visits;
  readonly actions: readonly Action[];
}

/**
 * Has visitors and editors come to a site while something goes on.
 *
 * @param editor null where nobody edits
 */
export const meet = async <Result>(
  { url }: Site,
  editor: Editor | null,
  meanwhile: Promise<Result>
): Promise<Met & { readonly result: Result }> => {
  const watched = watch(meanwhile);
  const [visitors, health, actions] = await Promise.all([
    visit(`${url}/api/posts`, watched),
    visit(`${url}/_health`, watched, 204),
    editor === null ? [] : edit(url, editor, watched),
  ]);
  return { visitors, health, actions, result: await watched.over };
};

/** The figures of what went on once or more than once. */
export interface Beside {
  /** How long it took, each time. */
  readonly seconds: readonly number[];
  readonly visitors: VisitsLatency;
  readonly health: VisitsLatency;
  readonly actions: ActionFigures;
}

export const besideOf = (
  met: readonly (Met & { readonly result: { readonly seconds: number } })[]
): Beside => ({
  seconds: met.map(({ result }) => result.seconds),
  visitors: latencyOfVisits(met.map(({ visitors }) => visitors)),
  health: latencyOfVisits(met.map(({ health }) => health)),
  actions: figuresOf(met.flatMap(({ actions }) => actions)),
});
