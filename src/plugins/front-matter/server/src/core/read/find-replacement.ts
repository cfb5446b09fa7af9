import type { Issue } from '../issue';
import { issueOf } from '../issue-codes';
import { placeOf } from './place';

/** Says once that a text holds replacement characters, and where the first one stands. */
export function findReplacement(text: string): Issue[] {
  const first = text.indexOf('\ufffd');
  if (first === -1) return [];
  const count = text.split('\ufffd').length - 1;
  const message = `The text holds U+FFFD, which stands for a character that was lost before: ${count}. It was kept as it is. Write what belongs there.`;
  return [issueOf('REPLACEMENT_CHARACTER', { message, ...placeOf(text, first) })];
}
