import type { QueryForm } from '../../database';
import type { RequestContext } from '../current-request';
import { isPlain } from '../models';

const FORM = Symbol('query-form');

/** How long the text of a form is at most; what two have in common there counts for the same. */
const LONGEST = 4000;

/** What does not tell how long a query takes: values of filters and of a search, and which page it is. */
const WITHOUT_VALUES = new Set([
  'filters',
  '_q',
  'pagination',
  'page',
  'pageSize',
  'start',
  'limit',
]);

const shapeOf = (value: unknown, withValues: boolean): unknown => {
  if (Array.isArray(value)) return value.map((member) => shapeOf(member, withValues));
  if (!isPlain(value)) return withValues ? value : null;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      shapeOf(member, withValues && !WITHOUT_VALUES.has(key)),
    ])
  );
};

/** Notes what a request asks for, beside what it has asked for before. */
export const noteForm = (
  { state }: RequestContext,
  uid: string,
  query: object,
  searches: boolean
): void => {
  const before = state[FORM] as QueryForm | undefined;
  const text = `${before?.text ?? ''}${uid} ${JSON.stringify(shapeOf(query, true))}\n`;
  const form: QueryForm = {
    text: text.slice(0, LONGEST),
    searches: searches || before?.searches === true,
  };
  state[FORM] = form;
};

/** What a request asks for; null where that is not known yet. */
export const formOf = ({ state }: RequestContext): QueryForm | null =>
  (state[FORM] as QueryForm | undefined) ?? null;
