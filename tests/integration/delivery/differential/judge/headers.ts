import type { Answer } from '../site/ask';

/** Headers that say nothing about an answer, or that follow from its body, which is compared. */
const IGNORED = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
]);

/** What ours adds to an answer that anybody may keep, and stock has not: how, and what for. */
const KEPT = 'public, max-age=0, s-maxage=10, stale-while-revalidate=60';
const FOR_KEEPING = new Set([
  ...['cache-control', 'content-encoding', 'etag', 'last-modified', 'surrogate-key'],
]);
const VARIES = [
  'accept-encoding',
  'authorization',
  'strapi-encode-source-maps',
  'strapi-response-format',
];

const namesIn = (vary: string): string[] =>
  vary
    .toLowerCase()
    .split(/\s*,\s*/u)
    .filter((name) => name !== '');

const told = ({ headers }: Answer): Map<string, string> =>
  new Map(
    Object.entries(headers).flatMap(([name, value]) => {
      if (IGNORED.has(name)) return [];
      const text = String(value);
      return [[name, name === 'vary' ? namesIn(text).toSorted().join(', ') : text] as const];
    })
  );

/** Takes from headers what is there for caches, where that is as it should be. */
const withoutKeeping = (headers: Map<string, string>): Map<string, string> => {
  const varies = namesIn(headers.get('vary') ?? '');
  const isKept =
    headers.get('cache-control') === KEPT &&
    /^"[\w-]+"$/u.test(headers.get('etag') ?? '') &&
    VARIES.every((name) => varies.includes(name));
  if (!isKept) return headers;
  const others = new Map([...headers].filter(([name]) => !FOR_KEEPING.has(name)));
  const rest = varies.filter((name) => !VARIES.includes(name)).toSorted();
  if (rest.length > 0) others.set('vary', rest.join(', '));
  else others.delete('vary');
  return others;
};

/** The first header in which two answers differ, in words; null where none does. */
export const headersDiffer = (ours: Answer, stock: Answer): string | null => {
  const [one, other] = [withoutKeeping(told(ours)), told(stock)];
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const [left, right] = [one.get(name), other.get(name)];
    if (left !== right) return `header ${name}: ours ${left ?? 'none'}, stock ${right ?? 'none'}`;
  }
  return null;
};
