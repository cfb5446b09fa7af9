import { type Issue, issueOf } from '../../../issue';
import type { IssueCode } from '../../../issue-codes';
import { holdsNames, isTextKey, quoted } from '../../../read/header-syntax';
import { parseYaml } from '../psych/parse';
import { rubyToS } from '../psych/to-s';
import type { RubyHash, RubyValue } from '../psych/value';
import { printable } from '../../../read/printable';

/** A key at the start of a line, and the text behind it. */
const LINE = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+([^\r\n]*))?\r?$/gm;

/** An entry as it is written. */
interface Written {
  readonly key: string;
  /** As it stands, trimmed; empty where the value begins on the next line. */
  readonly text: string;
  /** Offsets in the header. */
  readonly at: number;
  readonly valueAt: number;
}

/**
 * Finds values that are YAML and that the generator reads differently than their writer most likely meant.
 * The generator's value is kept, and the issue says what is lost.
 *
 * @param yaml the header as it was read, with its opening dashes
 * @param firstLine the line of the file on which it begins
 */
export const findMisreadings = (yaml: string, data: RubyHash, firstLine: number): Issue[] => {
  const issues: Issue[] = [];
  const seen = new Map<string, Written>();
  for (const found of yaml.matchAll(LINE)) {
    const [whole, key = '', text = ''] = found;
    const valueAt = found.index + (text === '' ? 0 : whole.indexOf(text, key.length + 1));
    const written: Written = { key, text: text.trim(), at: found.index, valueAt };
    const earlier = seen.get(key);
    seen.set(key, written);
    if (earlier && isKeyAt(yaml, found.index))
      issues.push(repeated(earlier, written, yaml, firstLine));
  }
  for (const written of seen.values()) {
    const value = data.get(written.key);
    if (value === undefined) continue;
    const misreading = Array.isArray(value)
      ? itemNotText(written, value, yaml)
      : misreadingOf(written, value);
    if (misreading === null) continue;
    issues.push(issueAt(misreading, written, written.valueAt, yaml, firstLine));
  }
  return issues;
};

interface Misreading {
  readonly code: IssueCode;
  readonly message: string;
}

const issueAt = (
  { code, message }: Misreading,
  { key }: Written,
  offset: number,
  yaml: string,
  firstLine: number
): Issue => {
  const before = yaml.slice(0, offset);
  const line = before.split('\n').length + firstLine - 1;
  const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
  return issueOf(code, { message, field: key, line, column });
};

/** Whether a line that looks like a key is one. In a quoted text it is not: the text above it is not YAML. */
const isKeyAt = (yaml: string, offset: number): boolean => parseYaml(yaml.slice(0, offset)).ok;

const repeated = (earlier: Written, later: Written, yaml: string, firstLine: number): Issue => {
  const line = yaml.slice(0, earlier.at).split('\n').length + firstLine - 1;
  const lost = earlier.text === '' ? '' : ` (${printable(earlier.text)})`;
  const message = `"${later.key}" stands in line ${line} already${lost}, which the generator ignores for this one. Keep one of the two, or join them.`;
  return issueAt({ code: 'KEY_REPEATED', message }, later, later.at, yaml, firstLine);
};

const misreadingOf = (written: Written, value: RubyValue): Misreading | null => {
  const { key, text } = written;
  const isText = isTextKey(key) || key === 'slug';
  if (isText || holdsNames(key)) {
    const misreading =
      cutByComment(written, value) ?? (isText ? withControls(written, value) : null);
    if (misreading !== null) return misreading;
    if (holdsNames(key) && text === '') return notList(key, value);
    return isPlain(text) ? notText(written, value) : null;
  }
  return /^#[\da-f]{3,8}$/i.test(text) && value === null ? cutByComment(written, value) : null;
};

/** `-a` below `-b`: an item needs a space behind its dash. */
const notList = (key: string, value: RubyValue): Misreading | null => {
  if (typeof value !== 'string' || !/^-[^\s-]\S*(?: -[^\s-]\S*)*$/.test(value)) return null;
  return {
    code: 'VALUE_NOT_LIST',
    message: `"${key}" is one text (${printable(value)}), since no space follows the dashes. If it is a list, write each item as "- item".`,
  };
};

const isPlain = (text: string): boolean => /^[^\s"'[{>|&*!#]/.test(text);

/** A # right before a word is hardly ever meant as a comment; one before a space mostly is. */
const cutByComment = ({ key, text }: Written, value: RubyValue): Misreading | null => {
  if (!/^#\S/.test(text) && !isPlain(text)) return null;
  const at = text.search(/(?:^|[ \t])#[^\s#]/);
  const first = text.search(/(?:^|[ \t])#/);
  if (at === -1 || first !== at) return null;
  const kept = text.slice(0, at).trimEnd();
  const isCut = kept === '' ? value === null : typeof value !== 'string' || value === kept;
  if (!isCut) return null;
  const became = kept === '' ? 'nothing is left of it' : `only ${kept} is left of it`;
  return {
    code: 'VALUE_CUT_BY_COMMENT',
    message: `"${key}" holds a #, which begins a comment: ${became}. If all of it is meant, write ${key}: ${quoted(printable(text))}`,
  };
};

const notText = ({ key, text }: Written, value: RubyValue): Misreading | null => {
  const isText = typeof value === 'string' || value === null;
  if (isText || Array.isArray(value) || value instanceof Map) return null;
  const source = text.replace(/[ \t]+#.*$/, '');
  const became = rubyToS(value);
  if (became === source || became.startsWith(`${source} `)) return null;
  return {
    code: 'VALUE_NOT_TEXT',
    message: `"${key}" is ${printable(source)}, which YAML takes for ${kindOf(value)}: the generator shows ${became}. If the text is meant, write ${key}: ${quoted(source)}`,
  };
};

/** An item such as `yes` in a list of names, whose value is not spelt as it is written. */
const itemNotText = (
  { key, valueAt }: Written,
  items: RubyValue[],
  yaml: string
): Misreading | null => {
  if (!holdsNames(key)) return null;
  const others = items.filter((item) => ['boolean', 'number', 'bigint'].includes(typeof item));
  if (others.length === 0) return null;
  const [source = ''] = yaml.slice(valueAt).split(/\n(?=[^\s-])/, 1);
  const spelt = new Set(source.split(/[\s,[\]]+/));
  const changed = others.find((item) => !spelt.has(rubyToS(item)));
  if (changed === undefined) return null;
  return {
    code: 'VALUE_NOT_TEXT',
    message: `"${key}" has an item that YAML takes for ${kindOf(changed)}: the generator shows ${rubyToS(changed)}. If its text is meant, put it into quotes.`,
  };
};

const kindOf = (value: RubyValue): string => {
  if (typeof value === 'boolean') return 'a truth value';
  return typeof value === 'number' || typeof value === 'bigint'
    ? 'a number'
    : 'a value of another kind';
};

/** Mostly from a backslash in double quotes: "C:\bin" holds a backspace. */
const withControls = ({ key, text }: Written, value: RubyValue): Misreading | null => {
  if (typeof value !== 'string') return null;
  const isEscaped = text.startsWith('"') && /\\[abefnrtv0NLP_xuU]/.test(text);
  const found = (isEscaped ? ANY_CONTROL : CONTROL).exec(value.trim())?.[0];
  if (found === undefined) return null;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const meant = isEscaped
    ? ` If the backslash is meant, write ${key}: ${quoted(printable(text.slice(1, -1)))}`
    : ' Remove it.';
  return {
    code: 'TEXT_WITH_CONTROLS',
    message: `"${key}" holds the control character U+${code}, which no page shows.${meant}`,
  };
};

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const ANY_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
