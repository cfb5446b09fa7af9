import { FENCE, isKnownKey, PLAIN_KEY } from '../../../read/header-syntax';

const isBlank = (line: string): boolean => line.trim() === '';

/** The first line, from `from` on, that looks like a closing line; -1 for none. */
export const findFence = (lines: readonly string[], from: number, maxIndent = Infinity): number =>
  lines.findIndex(
    (line, index) => index >= from && isFence(line) && line.search(/\S/) <= maxIndent
  );

export const isFence = (line: string): boolean => FENCE.test(line);

/**
 * The blank line at which an unclosed header ends, where a rule of dashes in the body looks like its
 * closing line; -1 where the lines behind the blank one may belong to the header.
 *
 * @param lines between the opening line and the rule
 */
export const findEndAtBlank = (lines: readonly string[]): number => {
  const end = lines.findIndex(isBlank);
  if (end < 1) return -1;
  const text = lines.slice(end).join('\n').trim();
  const paragraphs = text.split(/\n[ \t\r]*\n/);
  const first = lines.slice(end).find((line) => !isBlank(line)) ?? '';
  const isRule = isBlank(lines[lines.length - 1] ?? '') || paragraphs.length > 1;
  if (!isRule || !isProse(first, lines[end - 1] ?? '')) return -1;
  const rest = text.split('\n');
  const hasText = rest.some((line) => /^[^\s#-]/.test(line) && !PLAIN_KEY.test(line));
  return hasText && !rest.some(isKnownKey) ? end : -1;
};

/** Whether a line behind a blank one belongs to the body. */
export const isProse = (line: string, lineAbove: string): boolean => {
  if (/^\s/.test(line) || PLAIN_KEY.test(line) || isKnownKey(line)) return false;
  return !/^[-?]/.test(line) || !/:[ \t\r]*$/.test(lineAbove);
};
