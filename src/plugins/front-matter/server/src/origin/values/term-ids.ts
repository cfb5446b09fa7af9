import type { Core } from '@strapi/strapi';

import type { FittedPost } from '../../core/fit/fit-post';
import { ledgerTerms } from '../../ledger/terms';
import type { TargetTerms } from '../../site/target';

/** The ids of what a file's categories or tags stand for, in their order; undefined where one is not known. */
export const termIdsOf = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  archive: string,
  post: FittedPost
): Promise<readonly string[] | undefined> => {
  const values = post.terms[terms.attribute] ?? [];
  const known = await ledgerTerms(strapi).ofValues(terms, archive, values);
  const ids = values.flatMap(
    (value) => known.find((term) => term.value === value)?.documentId ?? []
  );
  return ids.length === values.length ? [...new Set(ids)] : undefined;
};
