import { quoted } from '../../../read/header-syntax';

const PAIR = /^[ \t]*("[^"\\]*"|[\w-]+)[ \t]*=[ \t]*(.*)$/;
const TEXT = /"(?:[^"\\]|\\["\\bfnrt]|\\u[\da-fA-F]{4})*"|'[^']*'/.source;
const PLAIN =
  /true|false|[+-]?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?/
    .source;
const COMMENT = String.raw`[ \t]*(?:#.*)?$`;
const VALUE = new RegExp(`^(${TEXT}|${PLAIN})${COMMENT}`);
const LIST = new RegExp(
  `^(\\[[ \\t]*(?:(?:${TEXT}|${PLAIN})[ \\t]*(?:,[ \\t]*|(?=\\])))*\\])${COMMENT}`
);

/**
 * Converts simple TOML to YAML, line by line: texts, numbers, truth values, dates and lists of them. A
 * table's keys are indented under its name.
 *
 * @returns the line, from 0, that cannot be converted, where there is one
 */
export const tomlAsYaml = (toml: string): string | { readonly line: number } => {
  const lines = joinLists(toml.replaceAll('\r', '').split('\n'));
  const result: string[] = [];
  let indent = '';
  for (const [line, text] of lines.entries()) {
    const [, table] = /^[ \t]*\[[ \t]*([\w-]+)[ \t]*\][ \t]*(?:#.*)?$/.exec(text) ?? [];
    if (/^[ \t]*(?:#.*)?$/.test(text)) result.push(text.trimStart());
    else if (table !== undefined) {
      indent = '  ';
      result.push(`${table}:`);
    } else {
      const [, key, written = ''] = PAIR.exec(text) ?? [];
      const value = VALUE.exec(written)?.[1] ?? LIST.exec(written)?.[1];
      if (key === undefined || value === undefined) return { line };
      result.push(`${indent}${key}: ${asYaml(value)}`);
    }
  }
  return result.join('\n');
};

/** Joins a list over several lines on its first one. The others stay empty, so that line numbers stay. */
const joinLists = (lines: readonly string[]): string[] => {
  const result: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const end = /=[ \t]*\[[^\]]*$/.test(line)
      ? lines.findIndex((one, index) => index > at && one.includes(']'))
      : -1;
    result.push(
      end === -1
        ? line
        : lines
            .slice(at, end + 1)
            .map((one) => one.trim())
            .join(' ')
    );
    for (; at < end; at += 1) result.push('');
  }
  return result;
};

/** Texts in single quotes have no escapes in TOML, so that their quotes are doubled for YAML. */
const asYaml = (value: string): string => {
  if (value.startsWith("'")) return quoted(value.slice(1, -1));
  return value.startsWith('[')
    ? value.replace(new RegExp(TEXT, 'g'), (text) =>
        text.startsWith("'") ? quoted(text.slice(1, -1)) : text
      )
    : value;
};
