import fc from 'fast-check';
import { columnsOf, type TypeName, TYPES } from './types';

/** One attribute that a list is sorted by. */
export interface SortTerm {
  /** Its name, behind those of relations where it is theirs. */
  readonly path: readonly string[];
  readonly order: 'asc' | 'desc' | 'ASC' | 'DESC' | null;
}

export const BY_ID: SortTerm = { path: ['id'], order: 'asc' };
export const BY_ID_BACKWARDS: SortTerm = { path: ['id'], order: 'desc' };

export const spellTerm = ({ path, order }: SortTerm): string =>
  order === null ? path.join('.') : `${path.join('.')}:${order}`;

const order: fc.Arbitrary<SortTerm['order']> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('asc' as const, 'desc' as const) },
  { weight: 1, arbitrary: fc.constantFrom('ASC' as const, 'DESC' as const) },
  { weight: 2, arbitrary: fc.constant(null) }
);

/** What frontends sort by, most of the time. */
const USUAL: Readonly<Record<TypeName, readonly string[]>> = {
  post: ['date', 'publishedAt', 'title'],
  category: ['name', 'slug'],
  tag: ['name', 'slug'],
};

const ownPathOf = (type: TypeName): fc.Arbitrary<readonly string[]> => {
  const columns = columnsOf(type).filter((name) => name !== 'frontMatter');
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.constantFrom(...USUAL[type]) },
      { weight: 4, arbitrary: fc.constantFrom('id', 'documentId', ...columns) }
    )
    .map((name) => [name]);
};

const pathOf = (type: TypeName): fc.Arbitrary<readonly string[]> => {
  const relations = Object.keys(TYPES[type].relations);
  if (relations.length === 0) return ownPathOf(type);
  const related = fc.tuple(
    fc.constantFrom(...relations),
    fc.constantFrom('name', 'slug', 'createdAt')
  );
  return fc.oneof({ weight: 5, arbitrary: ownPathOf(type) }, { weight: 1, arbitrary: related });
};

const termsOf = (path: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly SortTerm[]> => {
  const term = fc.record({ path, order });
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(term) },
    { weight: 3, arbitrary: fc.array(term, { minLength: 2, maxLength: 3 }) }
  );
};

/** One term as a rule, up to three, those of relations among them. */
export const sortsOf = (type: TypeName): fc.Arbitrary<readonly SortTerm[]> => termsOf(pathOf(type));

/** The same, by what is the type's own: no others are let pass below a relation. */
export const ownSortsOf = (type: TypeName): fc.Arbitrary<readonly SortTerm[]> =>
  termsOf(ownPathOf(type));
