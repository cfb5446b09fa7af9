import type { WrittenBlock } from './write-html';

/**
 * Blocks as they stand where they are put in. One paragraph goes on with the text that it comes into; in a paragraph
 * the first goes on with what stands before, the last with what comes after, and all between stand on their own.
 */
export const fitBlocks = (blocks: readonly WrittenBlock[], isInParagraph: boolean): string => {
  const [first] = blocks;
  if (first === undefined) return '';
  if (blocks.length === 1 && first.inner !== null) return first.inner;
  if (!isInParagraph) return blocks.map(({ source }) => source).join('\n');
  const last = blocks[blocks.length - 1] ?? first;
  const between = blocks.slice(
    first.inner === null ? 0 : 1,
    last.inner === null ? blocks.length : -1
  );
  return [
    `${first.inner ?? ''}</p>`,
    ...between.map(({ source }) => source),
    `<p>${last.inner ?? ''}`,
  ].join('\n');
};
