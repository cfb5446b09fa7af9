import { PLUGIN_ID } from './plugin-id';
import { servedTypeOf } from './served-type';

/** The content manager's door for filters of a list. */
export const LIST_FILTERS = 'Admin/CM/pages/ListView/inject-in-filters';

interface Listed {
  readonly displayedFilters: readonly object[];
  readonly layout: { readonly options: object };
}

/** Adds a filter by provider, where there is any, to the lists of served types; the server knows it by its name. */
export function addProviderFilter(listed: Listed): Listed {
  const served = servedTypeOf(listed.layout.options);
  if (served === null || served.providers.length === 0) return listed;
  const filter = {
    name: '__sourceProvider',
    type: 'enumeration',
    label: { id: `${PLUGIN_ID}.provider.label`, defaultMessage: 'Source provider' },
    options: served.providers.map((name) => ({ label: name, value: name })),
    operators: [
      {
        label: { id: 'components.FilterOptions.FILTER_TYPES.$eq', defaultMessage: 'is' },
        value: '$eq',
      },
    ],
  };
  return { ...listed, displayedFilters: [...listed.displayedFilters, filter] };
}
