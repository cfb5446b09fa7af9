import type { SourceRules } from '../rules/source-rules';
import { matchTemplate, type Template } from '../rules/template';
import type { TrailerPart } from './trailer';

/**
 * Reads a line that is links back and nothing else, one or several with joints between them:
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

/** What joins two links is short: marks and blank space. */
const MAX_JOINT_LENGTH = 16;

/**
 * The next place where one link ends and another begins, with a joint between them. A label or an
 * address may hold marks and brackets of its own, as `/category/a(b).html` does.
 */
function nextJoint(line: string, from: number, rules: SourceRules): Joint | null {
  let next: Joint | null = null;
  for (const { literals } of rules.backLinks) {
    const opening = literals[0] ?? '';
    for (let at = line.indexOf(opening, from + 1); at !== -1; at = line.indexOf(opening, at + 1)) {
      if (next !== null && at >= next.at + next.text.length) break;
      const joint = jointBefore(line, from, at, rules);
      if (joint === null) continue;
      next = joint;
      break;
    }
  }
  return next;
}

/** The shortest joint before a link's beginning that another link ends at. */
function jointBefore(line: string, from: number, to: number, rules: SourceRules): Joint | null {
  for (let at = to; at > from && to - at <= MAX_JOINT_LENGTH; at -= 1) {
    const text = line.slice(at, to);
    if (endsLink(line, at, rules) && isJoint(text, rules)) return { at, text };
  }
  return null;
}

function endsLink(line: string, at: number, { backLinks }: SourceRules): boolean {
  return backLinks.some(({ literals }) => line.endsWith(literals[literals.length - 1] ?? '', at));
}

/** Words join links only where the rules say so; an entity such as `&nbsp;` is none. */
function isJoint(text: string, { separators }: SourceRules): boolean {
  const marks = text.replace(/&[a-z]+;/g, '');
  return !/[\p{L}\p{N}]/u.test(marks) || separators.includes(text.trim());
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
