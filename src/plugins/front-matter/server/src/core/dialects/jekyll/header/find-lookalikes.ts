import type { Issue } from '../../../issue';
import { issueOf } from '../../../issue-codes';
import { placeOf } from '../../../read/place';
import type { RubyHash } from '../psych/value';
import { shown } from '../../../read/shown';

/** The keys that decide what a post is. */
const KEYS =
  /^(?:layout|title|date|categories|category|tags?|permalink|published|slug|excerpt|draft)$/;

/** Marks that nobody sees, and a colon of full width with what follows it. */
const NO_PART_OF_IT = /[\s\u00ad\u200b-\u200d\u2060\ufeff]|[:：].*$/g;

/**
 * Keys that a reader takes for one that the generator knows and that are another to it: `Title`,
 * or `title` with a no-break space. They stay what they are.
 *
 * @param firstLine the line of the file on which the header begins
 */
export function findLookalikes(yaml: string, data: RubyHash, firstLine: number): Issue[] {
  const issues: Issue[] = [];
  for (const key of data.keys()) {
    if (typeof key !== 'string' || KEYS.test(key)) continue;
    const meant = key.replace(NO_PART_OF_IT, '').toLowerCase();
    if (!KEYS.test(meant) || data.has(meant)) continue;
    const { line, column } = placeOf(yaml, Math.max(yaml.indexOf(key), 0));
    issues.push(
      issueOf('KEY_LOOKALIKE', {
        message: `"${shown(key)}" is not "${meant}" to the generator, which does without it. Write ${meant}: and a blank.`,
        field: meant,
        line: line + firstLine - 1,
        column,
      })
    );
  }
  return issues;
}
