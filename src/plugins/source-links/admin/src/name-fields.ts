import { isConfiguring } from 'strapi-plugin-kit/admin';
import type { PanelOptions } from '../../server/src/panel/contract';
import { PLUGIN_ID } from './plugin-id';
import { servedTypeOf } from './served-type';
import { translations } from './translations';

/** The content manager's doors for the fields of an edit view and the columns of a list. */
export const EDIT_VIEW = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
export const LIST_COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';

/** A field of a form, or a column of a list. */
export interface Field {
  readonly name: string;
  readonly label: unknown;
  readonly disabled?: boolean;
  /** Of the twelve columns of a form's row. */
  readonly size?: number;
  /** How it is shown. */
  readonly type?: string;
  /** What stands above it. */
  readonly heading?: string;
}

/** A form, as the content manager lays it out. */
export interface EditView {
  readonly layout: {
    readonly options: object;
    /** Panels, their rows, and the fields in them. */
    readonly layout: readonly (readonly (readonly Field[])[])[];
  };
}

interface List {
  readonly displayedHeaders: readonly Field[];
  readonly layout: { readonly options: object };
}

/**
 * Calls the fields of a source by words instead of the attributes' names, as long as no editor has
 * called them otherwise; nobody can write the key, since it always follows from the code.
 */
export function nameFields(view: EditView): EditView {
  const served = servedTypeOf(view.layout.options);
  if (served === null || isConfiguring()) return view;
  const rename = (field: Field): Field => {
    const role = roleOf(field, served);
    if (role === null) return field;
    // The form takes texts only, and has no translations for types that it does not know.
    const label = isOwn(field)
      ? translations.textIn(document.documentElement.lang, `field.${role}`)
      : field.label;
    return { ...field, label, disabled: role === 'key' || field.disabled === true };
  };
  const layout = view.layout.layout.map((panel) => panel.map((row) => row.map(rename)));
  return { ...view, layout: { ...view.layout, layout } };
}

/** The same for a list's columns. */
export function nameColumns(list: List): List {
  const served = servedTypeOf(list.layout.options);
  if (served === null) return list;
  const displayedHeaders = list.displayedHeaders.map((field) => {
    const role = roleOf(field, served);
    if (role === null || !isOwn(field)) return field;
    const key = `field.${role}` as const;
    return {
      ...field,
      label: { id: `${PLUGIN_ID}.${key}`, defaultMessage: translations.textIn('en', key) },
    };
  });
  return { ...list, displayedHeaders };
}

/** What a field is to a source; null where it is none of its. */
export function roleOf({ name }: Field, served: PanelOptions) {
  return (['code', 'url', 'key', 'name'] as const).find((role) => served[role] === name) ?? null;
}

/** Whether a field goes by its attribute's name, as long as nobody has named it. */
function isOwn({ name, label }: Field): boolean {
  return label === name;
}
