import type { KeyPath } from 'strapi-plugin-kit/config';
import { isMap } from 'yaml';
import { resolveScalar, ScalarError } from '../../core/dialects/jekyll/psych/scalar';
import { rubyToS } from '../../core/dialects/jekyll/psych/to-s';
import type { RubyValue } from '../../core/dialects/jekyll/psych/value';
import type { ParsedDocument } from './compose-document';
import { isPlain, nodeAt } from './nodes';

/**
 * Gives keys and values without quotes what they are in a header: a key `on` is the key `true`, and
 * a value `no` is false.
 *
 * @param keysOf mappings whose keys are meant
 * @param values of which none but truth values are read otherwise
 */
export function readAsRuby(
  document: ParsedDocument,
  { keysOf, values }: { readonly keysOf: readonly KeyPath[]; readonly values: readonly KeyPath[] }
): void {
  for (const path of keysOf) {
    const mapping = nodeAt(document, path);
    if (!isMap(mapping)) continue;
    for (const { key } of mapping.items) {
      if (isPlain(key) && key.value !== null) key.value = rubyToS(valueOf(key.source));
    }
  }
  for (const path of values) {
    const node = nodeAt(document, path);
    if (!isPlain(node)) continue;
    const value = valueOf(node.source);
    if (typeof value === 'boolean') node.value = value;
  }
}

/** What Ruby fails on is a text to everybody else. */
function valueOf(text: string): RubyValue {
  try {
    return resolveScalar(text);
  } catch (error) {
    if (error instanceof ScalarError) return text;
    throw error;
  }
}
