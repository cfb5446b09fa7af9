import { issueOf } from '../../../issue';
import { contentAfter } from './find-block';
import { countKnownKeys, isKnownKey } from '../../../read/header-syntax';
import { readCut } from './read-cut';
import { failed } from './text-issues';
import type { TextResult } from './text-reading';
import { tomlAsYaml } from './toml-as-yaml';

/** Reads a header in TOML or JSON, which Jekyll takes for part of the body. */
export const readForeign = (text: string): TextResult | null => {
  const start = /^[\s\ufeff]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const firstLine = text.slice(0, start).split('\n').length;
  return readToml(text, rest, start, firstLine) ?? readJson(text, rest, start, firstLine);
};

const noted = (notation: string, line: number) =>
  issueOf('REPAIRED_NOTATION', {
    message: `The front matter is ${notation}, which the generator takes for the body, and was converted. Write it as YAML between lines of ---.`,
    line,
    column: 1,
  });

const readToml = (
  text: string,
  rest: string,
  start: number,
  firstLine: number
): TextResult | null => {
  const opening = /^\+\+\+[ \t]*\r?\n/.exec(rest)?.[0];
  if (opening === undefined) return null;
  const closing = /\n\+\+\+[ \t]*\r?(?:\n|$)/.exec(rest.slice(opening.length - 1));
  const inside = rest.slice(opening.length, opening.length + (closing?.index ?? Infinity));
  if (!/^[ \t]*(?:"[^"\n]*"|[\w-]+)[ \t]*=/m.test(inside)) return null;
  if (!closing) return unclear('TOML', 'is not closed: add a line of +++', firstLine);
  const yaml = tomlAsYaml(inside);
  if (typeof yaml !== 'string') {
    return unclear(
      'TOML',
      'holds a line that has no simple equivalent in YAML',
      firstLine + 1 + yaml.line
    );
  }
  const fenceEnd = start + opening.length - 1 + closing.index + 4;
  return readCut(text, {
    yaml: `---\n${yaml}\n`,
    firstLine,
    contentStart: contentAfter(text, fenceEnd),
    lead: [noted('TOML', firstLine)],
  });
};

const readJson = (
  text: string,
  rest: string,
  start: number,
  firstLine: number
): TextResult | null => {
  const first = /^\{\s*"(\w+)"\s*:/.exec(rest)?.[1];
  if (first === undefined) return null;
  const end =
    /^\{[^\n]*\}[ \t]*\r?(?=\n|$)|\n\}[ \t]*\r?(?=\n|$)|\}[ \t]*\r?(?=\n[ \t\r]*\n|\n?$)/.exec(
      rest
    );
  const json = rest.slice(0, (end?.index ?? 0) + (end?.[0].length ?? 0));
  const keys = json.replace(/[{,]\s*"/g, '\n"');
  if (countKnownKeys(keys) === 0 && !isKnownKey(`${first}:`)) return null;
  if (!isJson(json)) return unclear('JSON', 'is not complete or not JSON', firstLine);
  return readCut(text, {
    // The one escape of JSON that YAML 1.1 does not have.
    yaml: `---\n${json.replaceAll('\\/', '/')}\n`,
    firstLine: firstLine - 1,
    contentStart: contentAfter(text, start + json.length),
    lead: [noted('JSON', firstLine)],
  });
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const unclear = (notation: string, what: string, line: number): TextResult =>
  failed('FRONT_MATTER_FOREIGN', line, 1, {
    message: `The front matter is ${notation}, which the generator takes for the body, and ${what}. Write it as YAML between lines of ---.`,
  });
