/** A text with named gaps, such as `/news/{column},{code}.html`. */
export interface Template {
  /** Literals and gaps in turn: literals.length === gaps.length + 1. */
  readonly literals: readonly string[];
  readonly gaps: readonly string[];
}

/**
 * Reads a template. Gaps are named in braces; between two gaps there must be a literal, since
 * otherwise nothing says where the first one ends.
 * @throws {Error} when a brace is left open, a name is not a word, or two gaps touch
 */
export function parseTemplate(text: string): Template {
  const literals: string[] = [];
  const gaps: string[] = [];
  let rest = text;
  for (let open = rest.indexOf('{'); open !== -1; open = rest.indexOf('{')) {
    const close = rest.indexOf('}', open);
    if (close === -1) throw new Error('it opens a brace and does not close it');
    const name = rest.slice(open + 1, close);
    if (!/^[a-z]+$/.test(name))
      throw new Error(`it has "{${name}}", which is not a lower-case word`);
    const literal = rest.slice(0, open);
    if (literal === '' && gaps.length > 0) {
      throw new Error(`it has "{${name}}" directly behind another gap`);
    }
    literals.push(literal);
    gaps.push(name);
    rest = rest.slice(close + 1);
  }
  literals.push(rest);
  return { literals, gaps };
}

/**
 * Fits a whole text into a template and gives what stands in each gap, by name; null where it does
 * not fit. A gap ends where the literal after it is first found; the last gap ends where the last
 * literal ends the text. Linear: no gap is tried twice.
 */
export function matchTemplate(
  template: Template,
  text: string
): ReadonlyMap<string, string> | null {
  const { literals, gaps } = template;
  const first = literals[0] ?? '';
  const last = literals[literals.length - 1] ?? '';
  if (gaps.length === 0) return text === first ? new Map() : null;
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const values = new Map<string, string>();
  let from = first.length;
  for (const [index, name] of gaps.entries()) {
    const isLast = index === gaps.length - 1;
    const to = isLast ? end : text.indexOf(literals[index + 1] ?? '', from);
    if (to === -1 || to < from || to > end) return null;
    values.set(name, text.slice(from, to));
    from = to + (literals[index + 1] ?? '').length;
  }
  return values;
}

/** Fills a template's gaps; null where a value is missing. */
export function fillTemplate(
  template: Template,
  values: Readonly<Record<string, string>>
): string | null {
  let text = template.literals[0] ?? '';
  for (const [index, name] of template.gaps.entries()) {
    const value = values[name];
    if (value === undefined) return null;
    text += value + (template.literals[index + 1] ?? '');
  }
  return text;
}
