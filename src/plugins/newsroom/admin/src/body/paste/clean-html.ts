import createPurifier from 'dompurify';
import { BLOCKS, BOXES, isBlank, openBoxes, unwrap } from './open-boxes';
import { makeWordLists } from './word-lists';

const INLINE = 'a b strong i em s strike del code br img sup sub'.split(' ');

/** What has been pasted, as clean HTML. */
export interface CleanHtml {
  readonly root: HTMLElement;
  /** Images that lie on somebody's disk, or in the clipboard alone. */
  readonly lostImages: number;
}

const replaceBy = (element: Element, name: string): void => {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
};

/** Google Docs and others tell by styles what is bold and italic. */
const markByStyles = (root: Element): void => {
  for (const element of root.querySelectorAll<HTMLElement>('span[style], b[style], font[style]')) {
    const { fontWeight, fontStyle } = element.style;
    if (element.tagName === 'B' && /^(?:normal|400)$/u.test(fontWeight)) {
      unwrap(element);
      continue;
    }
    if (element.closest('h1,h2,h3,h4,h5,h6,th') !== null || element.textContent.trim() === '') {
      continue;
    }
    const isBold = /^(?:bold|bolder|[6-9]00)$/u.test(fontWeight);
    for (const name of [isBold ? 'strong' : null, fontStyle === 'italic' ? 'em' : null]) {
      if (name === null) continue;
      const made = root.ownerDocument.createElement(name);
      made.append(...element.childNodes);
      element.append(made);
    }
  }
};

const HAN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]`;
const BROKEN_LINE = new RegExp(`(?<=${HAN})[ \\t]*[\\r\\n]+[ \\t]*(?=${HAN})`, 'gu');

/** White space as it is read: Word breaks lines anywhere, within Chinese text, too. */
const tidyTexts = (root: Element): void => {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement !== null && node.parentElement.closest('pre') !== null) continue;
    node.nodeValue = (node.nodeValue ?? '')
      .replaceAll(BROKEN_LINE, '')
      .replaceAll(/[ \t\r\n\u00a0]+/gu, ' ');
  }
};

const EMPTY = 'p,h1,h2,h3,h4,h5,h6,strong,em,del,code,sup,sub,a,li,ul,ol,blockquote';

const mergeNeighbours = (root: Element): void => {
  for (const element of root.querySelectorAll('strong,em,del')) {
    const next = element.nextSibling;
    if (next instanceof Element && next.tagName === element.tagName) {
      next.prepend(...element.childNodes);
      element.remove();
    }
  }
};

const trimBlocks = (root: Element): void => {
  for (const block of root.querySelectorAll('p,h1,h2,h3,h4,h5,h6,li,td,th,caption,figcaption')) {
    const { firstChild, lastChild } = block;
    if (firstChild?.nodeType === Node.TEXT_NODE) {
      firstChild.nodeValue = (firstChild.nodeValue ?? '').trimStart();
    }
    if (lastChild?.nodeType === Node.TEXT_NODE) {
      lastChild.nodeValue = (lastChild.nodeValue ?? '').trimEnd();
    }
  }
};

const RENAMED: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
};

/** Makes of what Word, a web page or another editor puts into the clipboard what a body may hold, and nothing else. */
export const cleanHtml = (html: string): CleanHtml => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  makeWordLists(body);
  markByStyles(body);
  const images = body.querySelectorAll('img').length;
  const root = createPurifier(window).sanitize(body, {
    ALLOWED_TAGS: ['body', ...BLOCKS, ...INLINE, ...BOXES],
    ALLOWED_ATTR: ['href', 'src', 'alt', 'colspan', 'rowspan'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    FORBID_CONTENTS: ['head', 'noscript', 'script', 'style', 'template', 'title', 'xml'],
    RETURN_DOM: true,
  }) as HTMLElement;
  for (const [from, to] of Object.entries(RENAMED)) {
    for (const element of root.querySelectorAll(from)) replaceBy(element, to);
  }
  for (const image of root.querySelectorAll('img')) {
    if (!/^(?:https?:\/)?\//iu.test(image.getAttribute('src') ?? '')) image.remove();
  }
  for (const link of root.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    if (address === '' || address.startsWith('#')) unwrap(link);
  }
  tidyTexts(root);
  openBoxes(root);
  mergeNeighbours(root);
  trimBlocks(root);
  for (const element of [...root.querySelectorAll(EMPTY)].reverse()) {
    if (isBlank(element)) element.replaceWith(...(element.textContent === '' ? [] : [' ']));
  }
  return { root, lostImages: images - root.querySelectorAll('img').length };
};
