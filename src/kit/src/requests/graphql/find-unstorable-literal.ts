import { type DocumentNode, Kind, visit } from 'graphql';

import { findUnstorable } from '../data/find-unstorable';

/** What is wrong with a text that stands in the document itself; null where all can be stored. */
export const findUnstorableLiteral = (document: DocumentNode): string | null => {
  let wrong: string | null = null;
  visit(document, {
    [Kind.STRING]({ value }) {
      wrong ??= findUnstorable(value, 1)?.message ?? null;
    },
  });
  return wrong;
};
