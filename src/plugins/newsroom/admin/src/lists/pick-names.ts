import { NamePicker } from '../components/NamePicker';
import { servedTypeOf } from '../served-type';

/** The content manager's door for the filters of a list. */
export const LIST_FILTERS = 'Admin/CM/pages/ListView/inject-in-filters';

interface Filter {
  readonly name: string;
}

interface Filters {
  readonly displayedFilters: readonly Filter[];
  readonly layout: { readonly options: object };
}

const OPERATORS = [
  { value: '$eq', defaultMessage: 'is' },
  { value: '$null', defaultMessage: 'is null' },
  { value: '$notNull', defaultMessage: 'is not null' },
].map(({ value, defaultMessage }) => ({
  value,
  label: { id: `components.FilterOptions.FILTER_TYPES.${value}`, defaultMessage },
}));

/** Filters a list by what related documents are called, picked from a list of names. */
export const pickNames = (filters: Filters): Filters => {
  const served = servedTypeOf(filters.layout.options);
  if (served === null) return filters;
  const displayedFilters = filters.displayedFilters.map((filter) => {
    const relation = served.relations.find(({ attribute }) => attribute === filter.name);
    if (relation === undefined) return filter;
    return {
      ...filter,
      target: relation.target,
      // What the query asks for, and the filter is shown by.
      mainField: { name: relation.name, type: 'string' },
      operators: OPERATORS,
      input: NamePicker,
    };
  });
  return { ...filters, displayedFilters };
};
