import type { SourceRules } from './compile-rules';
import { matchTemplate, type Template } from './template';
import type { TrailerPart } from './trailer';

/**
 * Reads a line that is links back and nothing else, one or several with separators between them:
 * `[返回日照日报新闻](//example.org/category/rizhaoribao.html)｜[返回首页](//example.org/)`.
 * Null for every other line.
 */
export function readBackLinks(line: string, rules: SourceRules): readonly TrailerPart[] | null {
  const parts: TrailerPart[] = [];
  let from = 0;
  while (from < line.length) {
    const joint = nextJoint(line, from, rules);
    const link = readLink(line.slice(from, joint?.at ?? line.length), rules);
    if (link === null) return null;
    parts.push(...link);
    if (joint === null) return parts;
    parts.push({ kind: 'text', text: joint.text });
    from = joint.at + joint.text.length;
  }
  return null;
}

interface Joint {
  readonly at: number;
  readonly text: string;
}

/**
 * The next separator with a link's end before it and a link's beginning after it. A label or an
 * address may hold the separator or a bracket of its own, as `/category/a(b).html` does.
 */
function nextJoint(line: string, from: number, rules: SourceRules): Joint | null {
  let next: Joint | null = null;
  for (const separator of rules.separators) {
    for (let at = line.indexOf(separator, from); at !== -1; at = line.indexOf(separator, at + 1)) {
      if (next !== null && at >= next.at) break;
      const joint = withSpaces(line, at, separator);
      if (!isBetweenLinks(line, joint, rules)) continue;
      next = joint;
      break;
    }
  }
  return next;
}

function withSpaces(line: string, at: number, separator: string): Joint {
  let start = at;
  let end = at + separator.length;
  while (line[start - 1] === ' ') start -= 1;
  while (line[end] === ' ') end += 1;
  return { at: start, text: line.slice(start, end) };
}

function isBetweenLinks(line: string, joint: Joint, rules: SourceRules): boolean {
  const after = joint.at + joint.text.length;
  const ends = rules.backLinks.some(({ literals }) =>
    line.endsWith(literals[literals.length - 1] ?? '', joint.at)
  );
  return ends && rules.backLinks.some(({ literals }) => line.startsWith(literals[0] ?? '', after));
}

function readLink(text: string, rules: SourceRules): TrailerPart[] | null {
  for (const template of rules.backLinks) {
    const values = matchTemplate(template, text);
    if (values !== null && values.get('label') !== '') return partsOf(template, values);
  }
  return null;
}

/** The parts that a template and its values make, empty literals left out. */
export function partsOf(template: Template, values: ReadonlyMap<string, string>): TrailerPart[] {
  const parts: TrailerPart[] = [];
  for (const [index, literal] of template.literals.entries()) {
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    const gap = template.gaps[index];
    const text = gap === undefined ? undefined : values.get(gap);
    if (text !== undefined)
      parts.push({ kind: gap === 'url' || gap === 'href' ? gap : 'label', text });
  }
  return parts;
}
