/** Elements that a body may have as blocks. */
export const BLOCKS =
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table caption thead tbody tfoot tr th td figure figcaption'.split(
    ' '
  );

/** What parts blocks from each other, and is none itself. */
export const BOXES =
  'div section article header footer main aside nav center address dl dt dd form fieldset'.split(
    ' '
  );
const BLOCK = BLOCKS.join(',');
const BOX = BOXES.join(',');

/** Leaves of an element what is in it. */
export const unwrap = (element: Element): void => {
  element.replaceWith(...element.childNodes);
};

const isInline = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE || (node instanceof Element && !node.matches(`${BLOCK},${BOX}`));

/** Whether nothing is read or shown of it. */
export const isBlank = (node: Node): boolean =>
  node.textContent?.trim() === '' &&
  !(node instanceof Element && (node.matches('img,hr,br') || node.querySelector('img') !== null));

const isBreak = (node: Node): node is Element => node instanceof Element && node.tagName === 'BR';

/** Puts what stands loose among blocks into paragraphs; two line breaks begin another one. */
const makeParagraphs = (container: Element): void => {
  let run: Node[] = [];
  const close = (next: Node | null): void => {
    for (let last = run.at(-1); last !== undefined && isBreak(last); last = run.at(-1)) {
      run.pop();
      last.remove();
    }
    if (run.some((node) => !isBlank(node))) {
      const paragraph = container.ownerDocument.createElement('p');
      container.insertBefore(paragraph, next);
      paragraph.append(...run);
    } else {
      for (const node of run) node.parentNode?.removeChild(node);
    }
    run = [];
  };
  for (const node of [...container.childNodes]) {
    if (!isInline(node)) {
      close(node);
      continue;
    }
    const filled = run.filter((one) => !isBlank(one) || isBreak(one));
    const last = filled.at(-1);
    if (isBreak(node) && last !== undefined && isBreak(last)) {
      run.push(node);
      close(node.nextSibling);
    } else if (isBreak(node) && filled.length === 0) {
      node.remove();
    } else {
      run.push(node);
    }
  }
  close(null);
};

/** Takes boxes away, so that blocks alone are left. */
export const openBoxes = (root: Element): void => {
  for (const box of [...root.querySelectorAll(BOX)].reverse()) {
    makeParagraphs(box);
    unwrap(box);
  }
  for (const container of [root, ...root.querySelectorAll('blockquote')]) makeParagraphs(container);
  for (const paragraph of root.querySelectorAll('li > p:only-child, td > p:only-child, th > p')) {
    unwrap(paragraph);
  }
};
