import { type Edit, type EditChange, filledLines, keepSelection, linesOf, type Span } from './edit';

/** An element as it stands in a text. */
interface Element {
  readonly name: string;
  readonly open: Span;
  readonly close: Span;
}

/** How far around a selection elements are looked for. */
const REACH = 20_000;

/** The elements of some names around and in a selection, in the order of their ends. */
const elementsNear = (text: string, names: string, { from, to }: Span): Element[] => {
  const start = Math.max(0, from - REACH);
  const tags = new RegExp(`<(/?)(${names})(?:[\\s/][^<>]*)?>`, 'giu');
  const open: { readonly name: string; readonly place: Span }[] = [];
  const elements: Element[] = [];
  for (const match of text.slice(start, to + REACH).matchAll(tags)) {
    const at = start + match.index;
    const place = { from: at, to: at + match[0].length };
    const name = (match[2] ?? '').toLowerCase();
    if (match[1] === '') {
      open.push({ name, place });
      continue;
    }
    const begun = open.map((one) => one.name).lastIndexOf(name);
    const [found] = begun < 0 ? [] : open.splice(begun);
    if (found !== undefined) elements.push({ name, open: found.place, close: place });
  }
  return elements;
};

/** The innermost element of some names that a selection is in. */
const elementAround = (text: string, names: string, { from, to }: Span): Element | null =>
  elementsNear(text, names, { from, to }).find(
    ({ open, close }) => open.from <= from && to <= close.to && from < close.to && to > open.from
  ) ?? null;

const PARAGRAPH = 'p|h[1-6]';

/** Paragraphs and headings that a selection touches. */
const paragraphsIn = (text: string, { from, to }: Span): Element[] =>
  elementsNear(text, PARAGRAPH, { from, to }).filter(
    ({ open, close }) => open.from <= to && from <= close.to && (from === to || to > open.from)
  );

/** The selected lines without the white space around them. */
const trimmedLines = (text: string, selection: Span): Span[] =>
  filledLines(text, linesOf(text, selection)).map(({ from, to }) => {
    const line = text.slice(from, to);
    const head = line.length - line.trimStart().length;
    return { from: from + head, to: Math.max(from + head, from + line.trimEnd().length) };
  });

/** Gives an element another name, and leaves its attributes alone. */
const rename = ({ name, open, close }: Element, other: string): EditChange[] => [
  { from: open.from + 1, to: open.from + 1 + name.length, insert: other },
  { from: close.from + 2, to: close.from + 2 + name.length, insert: other },
];

const wrap = ({ from, to }: Span, before: string, after: string): [EditChange, EditChange] => [
  { from, to: from, insert: before },
  { from: to, to, insert: after, isBehind: true },
];

/** Takes a tag away, and with it a line that it was alone in. */
const remove = (text: string, { from, to }: Span): EditChange => {
  const isAlone = (from === 0 || text[from - 1] === '\n') && text[to] === '\n';
  if (isAlone) return { from, to: to + 1, insert: '' };
  return text[from - 1] === '\n' && to === text.length
    ? { from: from - 1, to, insert: '' }
    : { from, to, insert: '' };
};

/** From the first to the last of what a selection touches: elements, or else lines. */
const extentOf = (text: string, selection: Span): Span => {
  const parts = [
    ...paragraphsIn(text, selection).map(({ open, close }) => ({ from: open.from, to: close.to })),
    ...trimmedLines(text, selection),
  ];
  return {
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
  };
};

/** Whether a selection is in a paragraph, which no other block may stand in. */
export const isInParagraph = (text: string, { from, to }: Span): boolean => {
  const paragraph = elementAround(text, 'p', { from, to });
  return paragraph !== null && paragraph.open.to <= from && to <= paragraph.close.from;
};

/** The level of the heading that a selection is in; null where it is in none. */
export const headingAround = (text: string, selection: Span): number | null => {
  const name = elementAround(text, PARAGRAPH, selection)?.name ?? 'p';
  return name === 'p' ? null : Number(name.slice(1));
};

export const isQuotedIn = (text: string, selection: Span): boolean =>
  elementAround(text, 'blockquote', selection) !== null;

/** The kind of list that a selection is in. */
export const listAround = (text: string, selection: Span): 'bullets' | 'numbers' | null => {
  const name = elementAround(text, 'ul|ol', selection)?.name;
  if (name === undefined) return null;
  return name === 'ul' ? 'bullets' : 'numbers';
};

/** Makes headings of the selected paragraphs, or paragraphs again of such headings. */
export const toggleHeading = (text: string, level: number, selection: Span): Edit => {
  const name = `h${level}`;
  const found = paragraphsIn(text, selection);
  if (found.length === 0) {
    const lines = trimmedLines(text, selection);
    const changes = lines.flatMap((line) => wrap(line, `<${name}>`, `</${name}>`));
    return keepSelection(changes, selection);
  }
  const other = found.every((one) => one.name === name) ? 'p' : name;
  const changed = found.filter((one) => one.name !== other);
  return keepSelection(
    changed.flatMap((one) => rename(one, other)),
    selection
  );
};

/** Makes a quotation of the selected paragraphs, or takes the one around them away. */
export const toggleQuote = (text: string, selection: Span): Edit => {
  const quote = elementAround(text, 'blockquote', selection);
  const changes =
    quote === null
      ? wrap(extentOf(text, selection), '<blockquote>\n', '\n</blockquote>')
      : [remove(text, quote.open), remove(text, quote.close)];
  return keepSelection(changes, selection);
};

/** Makes a list of the selected paragraphs, another one of a list, or paragraphs again of such a list. */
export const toggleList = (text: string, kind: 'bullets' | 'numbers', selection: Span): Edit => {
  const name = kind === 'bullets' ? 'ul' : 'ol';
  const list = elementAround(text, 'ul|ol', selection);
  if (list !== null && list.name !== name) return keepSelection(rename(list, name), selection);
  if (list !== null) {
    const within = { from: list.open.to, to: list.close.from };
    const items = elementsNear(text, 'li', within).filter(
      ({ open, close }) => open.from >= within.from && close.to <= within.to
    );
    return keepSelection(
      [
        remove(text, list.open),
        ...items.flatMap((item) => rename(item, 'p')),
        remove(text, list.close),
      ],
      selection
    );
  }
  const found = paragraphsIn(text, selection);
  const items =
    found.length > 0
      ? found.flatMap((one) => rename(one, 'li'))
      : trimmedLines(text, selection).flatMap((line) => wrap(line, '<li>', '</li>'));
  const [before, after] = wrap(extentOf(text, selection), `<${name}>\n`, `\n</${name}>`);
  // In one place the list's tags stand around those of its items.
  return keepSelection([before, ...items, after], selection);
};

/** Puts the selected lines into a block of code, or takes the one around them away. */
export const toggleCodeBlock = (text: string, selection: Span): Edit => {
  const block = elementAround(text, 'pre', selection);
  if (block === null) {
    return keepSelection(
      wrap(extentOf(text, selection), '<pre><code>', '</code></pre>'),
      selection
    );
  }
  const code = elementAround(text, 'code', selection);
  const tags = [block.open, block.close, ...(code === null ? [] : [code.open, code.close])];
  return keepSelection(
    tags.map((tag) => ({ ...tag, insert: '' })),
    selection
  );
};
