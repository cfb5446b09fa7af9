import { type Issue, issueOf } from '../../../issue';
import { placeOf } from '../../../read/place';
import type { RubyHash } from '../psych/value';
import { printable } from '../../../read/printable';

/** The keys that decide what a post is. */
const KEYS =
  /^(?:layout|title|date|categories|category|tags?|permalink|published|slug|excerpt|draft)$/;

/** Invisible characters, and a full-width colon with what follows it. */
const NO_PART_OF_IT = /[\s\u00ad\u200b-\u200d\u2060\ufeff]|[:：].*$/g;

/**
 * Finds keys that look like one that the generator knows and differ from it: `Title`, or `title` with a
 * no-break space. They are not changed.
 *
 * @param firstLine the line of the file on which the header begins
 */
export const findLookalikes = (yaml: string, data: RubyHash, firstLine: number): Issue[] => {
  const issues: Issue[] = [];
  for (const key of data.keys()) {
    if (typeof key !== 'string' || KEYS.test(key)) continue;
    const meant = key.replace(NO_PART_OF_IT, '').toLowerCase();
    if (!KEYS.test(meant) || data.has(meant)) continue;
    const { line, column } = placeOf(yaml, Math.max(yaml.indexOf(key), 0));
    issues.push(
      issueOf('KEY_LOOKALIKE', {
        message: `"${printable(key)}" is not "${meant}" to the generator, which ignores it. Write ${meant}: and a space.`,
        field: meant,
        line: line + firstLine - 1,
        column,
      })
    );
  }
  return issues;
};
