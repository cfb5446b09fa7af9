const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * A text without its HTML tags and comments, with the common entities as characters. For reading
 * words out of markup only: what it gives is not safe to be shown as HTML. Linear, also where
 * nothing that opens is ever closed.
 */
export function plainText(html: string): string {
  return withoutTags(html).replace(
    /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g,
    decode
  );
}

function withoutTags(html: string): string {
  let text = '';
  let from = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', open)) {
    if (!/[a-zA-Z/!?]/.test(html[open + 1] ?? '')) {
      open += 1;
      continue;
    }
    const closing = html.startsWith('<!--', open) ? '-->' : '>';
    const close = html.indexOf(closing, open);
    text += html.slice(from, open);
    // As in a browser, what opens and never closes takes the rest of the text with it.
    if (close === -1) return text;
    from = close + closing.length;
    open = from;
  }
  return text + html.slice(from);
}

function decode(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff
    ? String.fromCodePoint(code)
    : entity;
}
