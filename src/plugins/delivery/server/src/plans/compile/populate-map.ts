import { Uncovered } from '../uncovered';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is populated, by relation: `true`, or what is asked of it. Names in a list may go further
 * down, as `categories.parent`.
 *
 * @throws Uncovered for what is neither a list of names nor an object
 */
export const populateMap = (populate: unknown): Fields => {
  if (populate === undefined || populate === null || populate === false) return {};
  if (isFields(populate)) return populate;
  if (!Array.isArray(populate)) throw new Uncovered('a populate that is no object');
  const below = new Map<string, string[]>();
  for (const name of populate as readonly unknown[]) {
    if (typeof name !== 'string') throw new Uncovered('a populate that is no list of names');
    const [root = '', ...rest] = name.split('.');
    const further = below.get(root) ?? [];
    if (rest.length > 0) further.push(rest.join('.'));
    below.set(root, further);
  }
  return Object.fromEntries(
    [...below].map(([root, names]) => [root, names.length === 0 ? true : { populate: names }])
  );
};
