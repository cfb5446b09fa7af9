import { isConfiguring } from 'strapi-plugin-kit/admin';
import { type EditView, type Field, roleOf } from './name-fields';
import { servedTypeOf } from './served-type';
import { translations } from './translations';

type Row = readonly Field[];

/** Columns that a row of a form has, and of them those of the URL beside the name. */
const ROW = 12;
const URL_COLUMNS = 8;

/**
 * Puts what a form has of a source together, in a panel of its own where its code is: the code with its link, the URL
 * (in one line, whatever it is stored as) and the name. The key follows from the code and is left out. Forms without a code stay as they are.
 */
export function groupFields(view: EditView): EditView {
  const served = servedTypeOf(view.layout.options);
  if (served === null || isConfiguring()) return view;
  const fields = view.layout.layout.flat(2);
  const of = (role: ReturnType<typeof roleOf>): Field | undefined =>
    fields.find((field) => roleOf(field, served) === role);
  const code = of('code');
  if (code === undefined) return view;

  const heading = translations.textIn(document.documentElement.lang, 'source.heading');
  const url = of('url');
  const name = of('name');
  const beside = [
    ...(url === undefined
      ? []
      : [{ ...url, type: 'string', size: name === undefined ? ROW : URL_COLUMNS }]),
    ...(name === undefined ? [] : [{ ...name, size: url === undefined ? ROW : ROW - URL_COLUMNS }]),
  ];
  const source: readonly Row[] = [
    [{ ...code, size: ROW, heading }],
    ...(beside.length === 0 ? [] : [beside]),
  ];

  const rest = (rows: readonly Row[]): readonly Row[] =>
    rows
      .map((row) => row.filter((field) => roleOf(field, served) === null))
      .filter((row) => row.length > 0);
  const layout = view.layout.layout.flatMap((panel) => {
    const at = panel.findIndex((row) => row.includes(code));
    const parts =
      at === -1 ? [rest(panel)] : [rest(panel.slice(0, at + 1)), source, rest(panel.slice(at + 1))];
    return parts.filter((part) => part.length > 0);
  });
  return { ...view, layout: { ...view.layout, layout } };
}
