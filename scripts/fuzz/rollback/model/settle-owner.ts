import { SHARED } from './content';
import type { Document } from './document';
import type { Model } from './model';

/**
 * Says whose the shared address is. Of those that ask for it, and of the one that has it: one that
 * visitors see goes before one that they do not, one whose file asks for it now before one whose file
 * has another by now, then the newer one, then the later path. Where there is none, it is of those that
 * have asked for it in runs that count.
 */
export const settleOwner = (model: Model): void => {
  const rank = (document: Document): string => {
    const isShown = model.rows(document).published === null ? '0' : '1';
    const asks = document.address === SHARED ? '1' : '0';
    const date = model.imported(document)['date']?.from ?? '';
    return [isShown, asks, date, document.path].join(' ');
  };
  const counted = model.living().filter((known) => model.addressesOf(known).paths.has(SHARED));
  const asking = counted.filter(
    (document) => document.address === SHARED || document === model.owner
  );
  const best = (asking.length > 0 ? asking : counted).toSorted((a, b) =>
    rank(a) < rank(b) ? 1 : -1
  );
  model.owner = best[0] ?? null;
};
