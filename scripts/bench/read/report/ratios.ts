import { ratio } from '../../figures';
import type { CompetitorName } from '../servers/competitors';
import type { Figure } from '../measures/measure-request';

type Requests = Readonly<Record<string, Readonly<Record<CompetitorName, Figure | null>>>>;

/** Of throughputs, but for those to the list, which are of median latencies; null for what was not measured. */
export interface Ratios {
  readonly listToStock: number | null;
  readonly listToBare: number | null;
  readonly leanListToBare: number | null;
  readonly slugToBare: number | null;
  readonly slugToEmptyRoute: number | null;
  /** Of the largest category or of the smallest, whichever takes longer. */
  readonly categoryToList: number | null;
  readonly cursorToList: number | null;
  readonly graphqlToStock: number | null;
  readonly cachedListToMemory: number | null;
  readonly cachedSlugToMemory: number | null;
}

export const ratiosOf = (requests: Requests): Ratios => {
  const figure = (request: string, who: CompetitorName) => requests[request]?.[who];
  const rate = (request: string, who: CompetitorName) => figure(request, who)?.perSecond;
  const toList = (request: string): number | null =>
    ratio(figure(request, 'ours')?.medianMs, figure('list', 'ours')?.medianMs);
  const categories = [toList('category'), toList('smallCategory')].filter((one) => one !== null);
  return {
    listToStock: ratio(rate('list', 'ours'), rate('list', 'stock')),
    listToBare: ratio(rate('list', 'ours'), rate('list', 'bare')),
    leanListToBare: ratio(rate('leanList', 'ours'), rate('leanList', 'bare')),
    slugToBare: ratio(rate('slug', 'ours'), rate('slug', 'bare')),
    slugToEmptyRoute: ratio(rate('slug', 'ours'), rate('emptyRoute', 'ours')),
    categoryToList: categories.length === 0 ? null : Math.max(...categories),
    cursorToList: toList('cursor'),
    graphqlToStock: ratio(rate('graphql', 'ours'), rate('graphql', 'stock')),
    cachedListToMemory: ratio(rate('list', 'cached'), rate('list', 'memory')),
    cachedSlugToMemory: ratio(rate('slug', 'cached'), rate('slug', 'memory')),
  };
};
