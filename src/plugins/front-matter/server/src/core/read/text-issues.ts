import type { Issue } from '../issue';
import { type IssueCode, issueOf } from '../issue-codes';
import { placeOf } from './place';
import type { YamlProblem } from './psych/parse';
import type { TextResult } from './read-text';

export function cutShort(line: number): Issue {
  return issueOf('FRONT_MATTER_CUT_SHORT', {
    message:
      'The generator reads the front matter only up to a line that is indented less than the first one. Indent all keys alike.',
    line,
    column: 1,
  });
}

export function unreadable(yaml: string, problem: YamlProblem, firstLine: number): TextResult {
  const { line, column } = placeOf(yaml, problem.offset);
  if (problem.kind === 'too-complex') {
    return failed('FRONT_MATTER_TOO_COMPLEX', line + firstLine - 1, column, {
      message: `The front matter was not read: ${problem.message}. Make it smaller.`,
    });
  }
  return failed('YAML_INVALID', line + firstLine - 1, column, {
    message: `The front matter is not YAML: ${problem.message}. Correct it here or put the value into quotes.`,
  });
}

export function failed(
  code: IssueCode,
  line: number,
  column: number,
  { message }: { message: string }
): TextResult {
  return { ok: false, issues: [issueOf(code, { message, line, column })] };
}

const MEND_REASONS: Partial<Record<IssueCode, string>> = {
  MENDED_QUOTES: 'held quotes or backslashes that were not escaped',
  MENDED_BARE_COLON: 'held a colon and a blank without being quoted',
  MENDED_BRACKET: 'began with a bracket without being quoted',
  MENDED_INDICATOR: 'began with a character that YAML reserves',
  MENDED_COLON: 'had a colon that YAML does not know for one',
  MENDED_TAB: 'stood after a tab where YAML allows blanks only',
};

export function mendMessage(code: IssueCode, field: string | null): string {
  const what = field === null ? 'A value' : `"${field}"`;
  return `${what} ${MEND_REASONS[code] ?? 'was not YAML'} and was read as the text it stands for. Quote it.`;
}
