import { type Issue, issueOf } from '../issue';
import { placeOf } from './place';

/** Reports replacement characters in a text once, with the place of the first one. */
export const findReplacement = (text: string): Issue[] => {
  const first = text.indexOf('\ufffd');
  if (first === -1) return [];
  const count = text.split('\ufffd').length - 1;
  const message = `The text holds U+FFFD, which replaces a character that was lost before: ${count}. It was kept as it is. Write the right character.`;
  return [issueOf('REPLACEMENT_CHARACTER', { message, ...placeOf(text, first) })];
};
