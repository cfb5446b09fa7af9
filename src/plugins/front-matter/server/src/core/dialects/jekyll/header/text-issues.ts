import { type Issue, issueOf } from '../../../issue';
import type { IssueCode } from '../../../issue-codes';
import { explainHeader } from '../../../read/repair/explain-header';
import { placeOf } from '../../../read/place';
import type { YamlProblem } from '../../../read/yaml';
import { parseYaml } from '../psych/parse';
import type { TextResult } from './text-reading';

export const cutShort = (line: number): Issue =>
  issueOf('FRONT_MATTER_CUT_SHORT', {
    message:
      'The generator reads the front matter only up to a line that is indented less than the first one. Indent all keys alike.',
    line,
    column: 1,
  });

export const unreadable = (yaml: string, problem: YamlProblem, firstLine: number): TextResult => {
  if (problem.kind === 'too-complex') {
    const { line, column } = placeOf(yaml, problem.offset);
    return failed('FRONT_MATTER_TOO_COMPLEX', line + firstLine - 1, column, {
      message: `The front matter was not read: ${problem.message}. Make it smaller.`,
    });
  }
  const { line, column, message } = explainHeader(yaml, problem, parseYaml);
  return failed('YAML_INVALID', Math.max(line + firstLine - 1, 1), column, { message });
};

export const failed = (
  code: IssueCode,
  line: number,
  column: number,
  { message }: { message: string }
): TextResult => ({ ok: false, issues: [issueOf(code, { message, line, column })] });

export const refused = (engine: string, line: number): TextResult =>
  failed('FRONT_MATTER_ENGINE_REFUSED', line, 4, {
    message: `The front matter asks for "${engine}" and is never run. Write it as YAML between lines of ---.`,
  });

export const closeMissing = (line: number): Issue =>
  issueOf('REPAIRED_MISSING_CLOSE', {
    message:
      'The front matter had no closing line and was read up to the first blank line. Add a line of ---.',
    line,
    column: 1,
    before: '',
    after: '---',
  });

export const closedElsewhere = (line: number, before: string): Issue =>
  fence(line, before, `The front matter is closed by ${visible(before)}`);

/** @param before empty where the line is missing */
export const openedElsewhere = (line: number, before: string): Issue => {
  const what = before === '' ? 'by no line of its own' : `by ${visible(before)}`;
  return fence(line, before, `The front matter is opened ${what}`);
};

const fence = (line: number, before: string, what: string): Issue =>
  issueOf('REPAIRED_FENCE', {
    message: `${what}, which the generator does not take for a line of dashes. Write three dashes and nothing else.`,
    line,
    column: 1,
    before: before.trimEnd(),
    after: '---',
  });

const visible = (line: string): string => `"${line.trimEnd()}"`;
