import type { KeyPath } from 'strapi-plugin-kit/config';
import { compileText, type Refuse } from './refuse';
import { parseTemplate, type Template } from './template';

/** Templates that are known, and those that a configuration adds. */
export function compileTemplates(
  path: KeyPath,
  known: readonly string[],
  added: readonly string[],
  refuse: Refuse
): Template[] {
  return [
    ...known.map(parseTemplate),
    ...added.map((text, index) => compileText([...path, index], text, parseTemplate, refuse)),
  ];
}
