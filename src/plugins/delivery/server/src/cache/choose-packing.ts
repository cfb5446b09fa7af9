import accepts from 'accepts';
import { LRUCache } from 'lru-cache';

import type { Asking, Packing } from './kept-answer';

const known = new LRUCache<string, { readonly packing: Packing | null }>({ max: 500 });

/** The best packing that a client takes; null for none. */
export const choosePacking = ({ headers }: Asking): Packing | null => {
  const said = headers['accept-encoding'];
  if (typeof said !== 'string' || said === '') return null;
  const before = known.get(said);
  if (before !== undefined) return before.packing;
  const asking = { headers } as Parameters<typeof accepts>[0];
  const chosen = accepts(asking).encodings(['br', 'gzip', 'identity']);
  const packing = chosen === 'br' || chosen === 'gzip' ? chosen : null;
  known.set(said, { packing });
  return packing;
};
