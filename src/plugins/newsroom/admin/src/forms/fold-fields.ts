import { isConfiguring } from 'strapi-plugin-kit/admin';
import { servedTypeOf } from '../served-type';

/** The content manager's door for the fields of a form. */
export const EDIT_VIEW = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

/** Said of a field instead of its type, to have it folded. */
export const FOLDED = 'newsroom.folded';

interface Field {
  readonly name: string;
  readonly type: string;
}

interface EditView {
  readonly layout: {
    readonly options: object;
    /** Panels, their rows, and the fields in them. */
    readonly layout: readonly (readonly (readonly Field[])[])[];
  };
}

/** Folds those fields of a form that editors seldom look at. */
export const foldFields = (view: EditView): EditView => {
  const served = servedTypeOf(view.layout.options);
  if (served === null || isConfiguring()) return view;
  const fold = (field: Field): Field =>
    served.fold.includes(field.name) ? { ...field, type: FOLDED } : field;
  const layout = view.layout.layout.map((panel) => panel.map((row) => row.map(fold)));
  return { ...view, layout: { ...view.layout, layout } };
};
