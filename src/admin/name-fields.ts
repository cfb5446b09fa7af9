import { isConfiguring } from 'strapi-plugin-kit/admin';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

/** The content manager's doors for the fields of a form, and the columns and filters of a list. */
export const EDIT_VIEW = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
export const LIST_COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';
export const LIST_FILTERS = 'Admin/CM/pages/ListView/inject-in-filters';

type Texts = Readonly<Partial<Record<string, string>>>;

const TEXTS: Readonly<Record<string, Texts>> = { en, 'zh-Hans': zhHans };

interface Options {
  readonly broadsheet?: { readonly type?: string };
}

interface Field {
  readonly name: string;
  readonly label: unknown;
  readonly hint?: string;
  readonly attribute?: Readonly<Record<string, unknown>>;
}

interface EditView {
  readonly layout: {
    readonly options: object;
    /** Panels, their rows, and the fields in them. */
    readonly layout: readonly (readonly (readonly Field[])[])[];
  };
}

interface Columns {
  readonly displayedHeaders: readonly Field[];
  readonly layout: { readonly options: object };
}

interface Filters {
  readonly displayedFilters: readonly Field[];
  readonly layout: { readonly options: object };
}

/** The keys that a field may be named by: as one of its type, and as one that each type has. */
const keysOf = (kind: 'field' | 'hint', options: object, { name }: Field): readonly string[] => {
  const type = (options as Options).broadsheet?.type;
  return type === undefined ? [`${kind}.${name}`] : [`${kind}.${type}.${name}`, `${kind}.${name}`];
};

/** A field goes by its attribute's name as long as nobody has named it. */
const isUnnamed = ({ name, label }: Field): boolean => label === name;

const keyOf = (...asked: Parameters<typeof keysOf>): string | undefined =>
  keysOf(...asked).find((key) => key in en);

/** As a text that the panel translates. */
const label = (options: object, field: Field): Field => {
  const key = isUnnamed(field) ? keyOf('field', options, field) : undefined;
  if (key === undefined) return field;
  return { ...field, label: { id: key, defaultMessage: (en as Texts)[key] } };
};

/** Characters that nobody types into a field: a limit that high is the database's, and not said. */
const ENDLESS = 1_000_000;

const withoutLimit = ({ attribute, ...field }: Field): Field => {
  if (attribute === undefined) return field;
  const { maxLength, ...rest } = attribute;
  return { ...field, attribute: Number(maxLength) >= ENDLESS ? rest : attribute };
};

/** Names the fields of a form and says what they are for, as long as no administrator has said it otherwise. */
export const nameFields = (view: EditView): EditView => {
  if (isConfiguring()) return view;
  const { options } = view.layout;
  // The form takes texts only.
  const text = (key: string | undefined): string | undefined =>
    key === undefined ? undefined : (TEXTS[document.documentElement.lang] ?? (en as Texts))[key];
  const named = (field: Field): Field => {
    const name = isUnnamed(field) ? text(keyOf('field', options, field)) : undefined;
    const hint = field.hint ? undefined : text(keyOf('hint', options, field));
    return {
      ...withoutLimit(field),
      ...(name === undefined ? {} : { label: name }),
      ...(hint === undefined ? {} : { hint }),
    };
  };
  const layout = view.layout.layout.map((panel) => panel.map((row) => row.map(named)));
  return { ...view, layout: { ...view.layout, layout } };
};

/** Names the columns of a list. */
export const nameColumns = (list: Columns): Columns => ({
  ...list,
  displayedHeaders: list.displayedHeaders.map((field) => label(list.layout.options, field)),
});

/** Names the fields that a list is filtered by. */
export const nameFilters = (list: Filters): Filters => ({
  ...list,
  displayedFilters: list.displayedFilters.map((field) => label(list.layout.options, field)),
});
