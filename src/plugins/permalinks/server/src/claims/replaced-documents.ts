import type { Connection } from 'strapi-plugin-kit/database';

const replaced = new WeakMap<Connection, Set<string>>();

/** Notes that another document has taken the place of one in this transaction: where it was found is not gone. */
export function markReplaced(trx: Connection, uid: string, documentId: string): void {
  const marked = replaced.get(trx) ?? new Set();
  replaced.set(trx, marked.add(`${uid} ${documentId}`));
}

/** Whether another document has taken the place of one in this transaction. */
export const isReplaced = (trx: Connection, uid: string, documentId: string): boolean =>
  replaced.get(trx)?.has(`${uid} ${documentId}`) === true;
