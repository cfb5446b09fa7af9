import type { KeyPath } from 'strapi-plugin-kit/config';
import { isMap } from 'yaml';
import { headerKey, headerTruth } from '../../../core/dialects/list';
import type { ParsedDocument } from './compose-document';
import { isPlain, nodeAt } from './nodes';

/** The settings that are written as in a header. */
export interface AsInHeaders {
  /** Mappings whose keys are keys of front matter. */
  readonly keysOf: readonly KeyPath[];
  /** Values that may be false, or name a key of front matter. */
  readonly values: readonly KeyPath[];
}

/**
 * Gives keys and values without quotes the meaning that they have in a header: a key `on` is the key
 * `true`, and a value `no` is false. Of the values only truth values are changed.
 */
export const readAsHeader = (document: ParsedDocument, { keysOf, values }: AsInHeaders): void => {
  for (const path of keysOf) {
    const mapping = nodeAt(document, path);
    if (!isMap(mapping)) continue;
    for (const { key } of mapping.items) {
      if (isPlain(key) && key.value !== null) key.value = headerKey(key.source);
    }
  }
  for (const path of values) {
    const node = nodeAt(document, path);
    if (!isPlain(node)) continue;
    const truth = headerTruth(node.source);
    if (truth !== null) node.value = truth;
  }
};
