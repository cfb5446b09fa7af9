import { documentIdOf, documentsIn, isArray, isObject, type Json, type JsonObject } from './json';
import { ranksOf } from './ranks';

/**
 * Where two answers differ; null where they do not.
 *
 * The whole of what was asked for, twice, with ties broken by id and by id backwards, tells which
 * entries a sort leaves tied: these may come in any order, and any of them at the ends of a page.
 */
export const differenceOf = (ours: Json, stock: Json, wholes?: Wholes): string | null =>
  compare(inOrder(ours), inOrder(stock), wholes ?? NO_WHOLES, 'body');

/** GraphQL tells several errors in the order in which they happened. */
const inOrder = (body: Json): Json => {
  if (!isObject(body) || !isArray(body['errors'])) return body;
  const errors = [...body['errors']].sort((one, other) => {
    const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
    return left < right ? -1 : Number(left > right);
  });
  return { ...body, errors };
};

export interface Wholes {
  readonly forwards: Json | undefined;
  readonly backwards: Json | undefined;
  /** Stock's side is of the whole, too, where its page has another entry of a tied run. */
  readonly isStock?: boolean;
}

const NO_WHOLES: Wholes = { forwards: undefined, backwards: undefined };

const below = ({ forwards, backwards, isStock = false }: Wholes, key: string): Wholes => ({
  forwards: isObject(forwards) ? forwards[key] : undefined,
  backwards: isObject(backwards) ? backwards[key] : undefined,
  isStock,
});

const LONGEST = 160;

const show = (value: Json | undefined): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const tell = (ours: Json | undefined, stock: Json | undefined, at: string): string =>
  `${at}: ours ${show(ours)}, stock ${show(stock)}`;

const compare = (
  ours: Json | undefined,
  stock: Json | undefined,
  wholes: Wholes,
  at: string
): string | null => {
  if (isArray(ours) && isArray(stock)) return compareLists(ours, stock, wholes, at);
  if (isObject(ours) && isObject(stock)) return compareObjects(ours, stock, wholes, at);
  return ours === stock ? null : tell(ours, stock, at);
};

const compareObjects = (
  ours: JsonObject,
  stock: JsonObject,
  wholes: Wholes,
  at: string
): string | null => {
  for (const key of new Set([...Object.keys(stock), ...Object.keys(ours)])) {
    const found = compare(ours[key], stock[key], below(wholes, key), `${at}.${key}`);
    if (found !== null) return found;
  }
  return null;
};

const compareLists = (
  ours: readonly Json[],
  stock: readonly Json[],
  { forwards, backwards, isStock = false }: Wholes,
  at: string
): string | null => {
  const [own, theirs, ahead, back] = [ours, stock, forwards, backwards].map(documentsIn);
  const isKnown = own && theirs && ahead && back;
  // Of lists in an entry that is known of the whole alone, it is not known where pages begin.
  if (ours.length !== stock.length && !(isKnown && isStock && ours.length < stock.length)) {
    return `${at}: ours has ${ours.length} entries, stock ${stock.length}`;
  }
  if (!isKnown) {
    return firstOf(ours, (member, index) =>
      compare(member, stock[index], NO_WHOLES, `${at}[${index}]`)
    );
  }
  const ranks = ranksOf([...ahead.keys()], [...back.keys()]);
  const isPart = ours.length !== stock.length;
  return firstOf([...own], ([id, entry], index) => {
    const place = `${at}[${index}]`;
    const other = documentIdOf(stock[index]) ?? '';
    const rank = ranks.get(id);
    if (rank === undefined || (!isPart && rank !== ranks.get(other))) {
      return `${place}: ours ${id}, stock ${other}, which the sort does not leave tied`;
    }
    const sameEntry = theirs.get(id);
    const wholes = {
      forwards: ahead.get(id),
      backwards: back.get(id),
      isStock: isStock || sameEntry === undefined,
    };
    return compare(entry, sameEntry ?? ahead.get(id), wholes, place);
  });
};

const firstOf = <Member>(
  members: readonly Member[],
  differ: (member: Member, index: number) => string | null
): string | null => {
  for (const [index, member] of members.entries()) {
    const found = differ(member, index);
    if (found !== null) return found;
  }
  return null;
};
