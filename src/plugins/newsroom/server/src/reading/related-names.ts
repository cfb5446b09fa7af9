import type { Core } from '@strapi/strapi';

import { nameOfType } from '../panel/named-relations';
import { permissionsBy } from '../permissions/permissions';

/** Names that there is room for. */
const MOST = 50;

/** What a relation leads to. */
export interface RelatedNames {
  /** By the ids of the documents, in the order of the relation. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether there are more than are named. */
  readonly isCut: boolean;
}

interface Related {
  readonly documentId: string;
}

/** The names of what a row is related to, as far as somebody may read them. */
export const relatedNames = async (
  strapi: Core.Strapi,
  ability: unknown,
  row: { readonly uid: string; readonly id: number },
  relation: { readonly name: string; readonly target: string }
): Promise<RelatedNames> => {
  const none = { names: new Map<string, string>(), isCut: false };
  // Who works here is not for everybody.
  if (relation.target.startsWith('admin::')) return none;
  const attribute = nameOfType(strapi, relation.target);
  if (attribute === undefined) return none;
  const permissions = permissionsBy(strapi, ability, relation.target);
  if (permissions.cannot.read()) return none;
  const found: unknown = await strapi.db.query(row.uid).load({ id: row.id }, relation.name, {
    limit: MOST + 1,
    populate: { createdBy: { populate: ['roles'] } },
  });
  const rows = [found ?? []].flat() as Related[];
  const names = new Map<string, string>();
  for (const related of rows.slice(0, MOST)) {
    // A draft and its published version are one document.
    if (names.has(related.documentId) || permissions.cannot.read(related)) continue;
    const { [attribute]: name } = await permissions.sanitizeOutput(related);
    if (typeof name === 'string' && name !== '') names.set(related.documentId, name);
  }
  return { names, isCut: rows.length > MOST };
};
