/** The names of this plugin's filters in a list's query; they are no attributes of any type. */
const ARCHIVE_FILTER = '__archive';
const CHANGED_FILTER = '__changedSinceImport';

/** What is asked of the documents of a list. `none`: something that is true of no document. */
export type OriginFilter =
  | { readonly kind: 'archive'; readonly name: string }
  | { readonly kind: 'imported'; readonly is: boolean }
  | { readonly kind: 'changed'; readonly is: boolean }
  | { readonly kind: 'none' };

interface Found {
  readonly own: readonly OriginFilter[];
  /** The other members of the list. */
  readonly others: readonly unknown[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The longest name that an archive may have. */
const LONGEST = 255;

const NONE: OriginFilter = { kind: 'none' };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The one operator of a comparison, and what it compares with. */
const operatorOf = (comparison: unknown): readonly [string, unknown] | null => {
  const entries = isFields(comparison) ? Object.entries(comparison) : [];
  return entries.length === 1 ? (entries[0] ?? null) : null;
};

const isNamable = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && !value.includes('\0');

const ofArchive = (comparison: unknown): OriginFilter => {
  const [operator, value] = operatorOf(comparison) ?? [];
  if (operator === '$eq' && isNamable(value)) return { kind: 'archive', name: value };
  if (value !== 'true') return NONE;
  if (operator === '$null') return { kind: 'imported', is: false };
  return operator === '$notNull' ? { kind: 'imported', is: true } : NONE;
};

const ofChange = (comparison: unknown): OriginFilter => {
  const [operator, value] = operatorOf(comparison) ?? [];
  const isAnswer = value === 'yes' || value === 'no';
  return operator === '$eq' && isAnswer ? { kind: 'changed', is: value === 'yes' } : NONE;
};

const READ: ReadonlyMap<string, (comparison: unknown) => OriginFilter> = new Map([
  [ARCHIVE_FILTER, ofArchive],
  [CHANGED_FILTER, ofChange],
]);

/**
 * Parts this plugin's filters from the other members of a list's `filters.$and`. What makes no sense is true of no
 * document: left out, it would be true of all.
 */
export const partFilters = (members: readonly unknown[]): Found => {
  const own: OriginFilter[] = [];
  const others: unknown[] = [];
  for (const member of members) {
    const names = isFields(member) ? Object.keys(member).filter((name) => READ.has(name)) : [];
    if (!isFields(member) || names.length === 0) {
      others.push(member);
      continue;
    }
    own.push(...names.map((name) => READ.get(name)?.(member[name]) ?? NONE));
    const rest = Object.entries(member).filter(([name]) => !names.includes(name));
    if (rest.length > 0) others.push(Object.fromEntries(rest));
  }
  return { own, others };
};
