import type { SourceAttributes } from '../config';
import { linkOf, type SourceRules } from '../core';
import { type Row, sourceOf } from './row';

/** The address to send the readers of a row to, at its provider's canonical host, or null. */
export function linkOfRow(
  row: Row,
  attributes: SourceAttributes,
  rules: SourceRules
): string | null {
  return linkOf(sourceOf(row, attributes), rules);
}
