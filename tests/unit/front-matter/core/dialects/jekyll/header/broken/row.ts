/** What a person would take a broken file for: values by key, or the line to leave it out with. */
export type Meant = Readonly<Record<string, unknown>> | { readonly leftOutAt: number };

/** A file and what it was meant for. */
export type Row = readonly [text: string, meant: Meant];

const BODY = 'Text of the post.\n';

/** A file whose fences are right, with a header of the given lines. */
export const header = (lines: string): string => `---\n${lines}\n---\n${BODY}`;

export const leftOutAt = (line: number): Meant => ({ leftOutAt: line });

/** Rows of headers with one line of their own, above a layout. */
export const valueRows = (
  key: string,
  rows: readonly (readonly [value: string, meant: unknown])[]
): Row[] =>
  rows.map(([value, meant]) => [
    header(`layout: post\n${key}: ${value}`),
    isLeftOut(meant) ? meant : { [key]: meant, layout: 'post', body: BODY },
  ]);

const isLeftOut = (meant: unknown): meant is { readonly leftOutAt: number } =>
  typeof meant === 'object' && meant !== null && 'leftOutAt' in meant;
