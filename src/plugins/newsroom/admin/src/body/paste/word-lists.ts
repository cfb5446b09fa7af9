const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/iu;
const NUMBER = /^\s*\(?(?:\d+|[a-z]|[ivxlc]+|[一二三四五六七八九十]+)[.)、]/iu;

const levelOf = (element: Element): number => {
  const style = element.getAttribute('style') ?? '';
  return Number(LEVEL.exec(style)?.[1] ?? 0);
};

/** Takes the bullet or number away that Word writes as text, and tells whether it was a number. */
const takeSign = (item: Element): boolean => {
  const sign = [...item.querySelectorAll('[style]')].find((part) =>
    /mso-list:\s*ignore/iu.test(part.getAttribute('style') ?? '')
  );
  const isNumbered = NUMBER.test(sign?.textContent ?? '');
  sign?.remove();
  return isNumbered;
};

/** Makes lists of what Word writes as paragraphs that look like items of a list. */
export const makeWordLists = (root: Element): void => {
  const items = [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].filter(
    (one) => levelOf(one) > 0
  );
  /** The lists that the last item is in, from the outermost. */
  let open: { readonly level: number; readonly list: Element }[] = [];
  let last: Element | null = null;
  for (const item of items) {
    const level = levelOf(item);
    const isNext = last !== null && item.previousElementSibling === open[0]?.list;
    if (!isNext) open = [];
    const isNumbered = takeSign(item);
    while ((open.at(-1)?.level ?? 0) > level) open = open.slice(0, -1);
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = root.ownerDocument.createElement(isNumbered ? 'ol' : 'ul');
      const within = open.at(-1)?.list.lastElementChild;
      if (within) within.append(list);
      else item.before(list);
      open = [...open, { level, list }];
    }
    const made = root.ownerDocument.createElement('li');
    made.append(...item.childNodes);
    open.at(-1)?.list.append(made);
    item.remove();
    last = made;
  }
};
