const BOXES = new Set(
  'ul ol blockquote table thead tbody tfoot tr figure'.split(' ').map((name) => name.toUpperCase())
);
const NESTED = 'ul,ol,p,table,blockquote,pre';

const tagsOf = (element: Element): readonly [string, string] => {
  const copy = element.cloneNode(false) as Element;
  const [open = '', close = ''] = copy.outerHTML.split(/(?=<\/)/u);
  return [open, close];
};

/** One block of HTML, with those within it in lines of their own. */
export const writeBlock = (element: Element): string => {
  const [open, close] = tagsOf(element);
  if (BOXES.has(element.tagName)) {
    return [open, ...[...element.children].map(writeBlock), close].join('\n');
  }
  if (element.tagName === 'LI' && element.querySelector(NESTED) !== null) {
    const parts = [...element.childNodes].map((node) =>
      node instanceof Element && node.matches(NESTED)
        ? `\n${writeBlock(node)}\n`
        : node instanceof Element
          ? node.outerHTML
          : textOf(node)
    );
    return `${open}${parts.join('').replaceAll(/\n{2,}/gu, '\n')}${close}`;
  }
  return element.outerHTML;
};

const textOf = (node: Node): string => {
  const holder = document.createElement('p');
  holder.append(node.cloneNode());
  return holder.innerHTML;
};

/** A block on its own lines, and what is read in it where it is a paragraph. */
export interface WrittenBlock {
  readonly source: string;
  /** What stands between the tags of a paragraph; null for any other block. */
  readonly inner: string | null;
}

/** The blocks of clean HTML, as source. */
export const writeHtml = (root: Element): WrittenBlock[] =>
  [...root.children].map((element) => ({
    source: writeBlock(element),
    inner: element.tagName === 'P' ? element.innerHTML : null,
  }));
