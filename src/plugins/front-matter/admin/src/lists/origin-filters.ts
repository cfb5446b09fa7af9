import { ArchivePicker } from '../components/origin/ArchivePicker';
import { PLUGIN_ID } from '../plugin-id';
import { hasOrigins } from '../served-type';
import { translations } from '../translations';

/** The content manager's door for the filters of a list. */
export const LIST_FILTERS = 'Admin/CM/pages/ListView/inject-in-filters';

type Key = Parameters<typeof translations.textIn>[1];

const label = (key: Key) => ({
  id: `${PLUGIN_ID}.${key}`,
  defaultMessage: translations.textIn('en', key),
});

/** Choices are not translated by the list itself. */
const said = (key: Key): string => translations.textIn(document.documentElement.lang, key);

const operator = (value: string, key: Key) => ({ value, label: label(key) });

/** As much of a list as is looked at here. */
interface Filters {
  readonly layout: { readonly options: object };
  readonly displayedFilters: readonly object[];
}

/** Adds filters by archive, and by whether somebody has changed a document since its import; the server knows them. */
export const addOriginFilters = (listed: Filters): Filters => {
  if (!hasOrigins(listed.layout.options)) return listed;
  const archive = {
    name: '__archive',
    type: 'string',
    label: label('origin.filter-archive'),
    operators: [
      operator('$eq', 'origin.filter-is'),
      operator('$null', 'origin.filter-none'),
      operator('$notNull', 'origin.filter-any'),
    ],
    input: ArchivePicker,
  };
  const changed = {
    name: '__changedSinceImport',
    type: 'enumeration',
    label: label('origin.filter-changed'),
    operators: [operator('$eq', 'origin.filter-is')],
    options: [
      { label: said('origin.filter-yes'), value: 'yes' },
      { label: said('origin.filter-no'), value: 'no' },
    ],
  };
  return { ...listed, displayedFilters: [...listed.displayedFilters, archive, changed] };
};
