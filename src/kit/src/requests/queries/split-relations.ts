import type { Core, UID } from '@strapi/strapi';
import { isOperatorOfType } from '@strapi/utils';

import { engineOf, markLookUp, type TableQuery } from '../../database';
import { type Fields, isPlain } from '../models';

/** What is used of Strapi's query builder. */
interface QueryBuilder {
  select(column: string): QueryBuilder;
  where(where: Fields): QueryBuilder;
  getKnexQuery(): TableQuery;
}

const isGroup = (key: string): boolean => isOperatorOfType('group', key) || key === '$not';

/** Whether a relation is filtered by its attributes, not by its id. */
const isWhere = (value: unknown): value is Fields =>
  isPlain(value) && Object.keys(value).every((key) => isGroup(key) || !key.startsWith('$'));

/**
 * Makes each filter by a relation a look-up of its own, `id in (select …)`, with the same answer.
 * Strapi joins a relation's rows once for each filter, all to each other: with ten tags, eight
 * filters by tags read a hundred million rows of one post, and all columns of each, to keep one.
 * What a filter asks of one relation, relations below included, stays together and is joined.
 */
export const relationSplitter = (strapi: Core.Strapi) => {
  const targetOf = (uid: string, key: string): string | null => {
    const attribute: unknown = strapi.db.metadata.get(uid).attributes[key];
    const { type, target } = (attribute ?? {}) as { type?: unknown; target?: unknown };
    return type === 'relation' && typeof target === 'string' ? target : null;
  };

  const lookUp = (uid: string, where: Fields): Fields => {
    const builder = strapi.db.queryBuilder(uid as UID.Schema) as unknown as QueryBuilder;
    const query = builder.select('id').where(where).getKnexQuery();
    const ids = engineOf(strapi.db).asSubquery(strapi.db, query);
    return { id: { $in: markLookUp(ids, where) } };
  };

  const namesRelation = (where: unknown, uid: string): boolean => {
    if (Array.isArray(where)) return where.some((member) => namesRelation(member, uid));
    return (
      isPlain(where) &&
      Object.entries(where).some(([key, value]) =>
        isGroup(key) ? namesRelation(value, uid) : targetOf(uid, key) !== null
      )
    );
  };

  const split = (where: unknown, uid: string): unknown => {
    if (Array.isArray(where)) return where.map((member) => split(member, uid));
    if (!isPlain(where)) return where;
    const kept: Record<string, unknown> = {};
    const lookUps: unknown[] = [];
    for (const [key, value] of Object.entries(where)) {
      const target = isGroup(key) ? null : targetOf(uid, key);
      if (key === '$not' && namesRelation(value, uid)) lookUps.push(negate(value, uid));
      else if (isOperatorOfType('group', key)) kept[key] = split(value, uid);
      else if (target === null) kept[key] = value;
      else lookUps.push(lookUp(uid, { [key]: grouped(value, target) }));
    }
    if (lookUps.length === 0) return kept;
    return { ...kept, $and: [...((kept['$and'] as unknown[] | undefined) ?? []), ...lookUps] };
  };

  /** A relation's filter, of which Strapi takes a lone `$not` for a comparison of its id. */
  const grouped = (value: unknown, uid: string): unknown =>
    isWhere(value) ? { $and: [groupBelow(value, uid)] } : value;

  const groupBelow = (where: unknown, uid: string): unknown => {
    if (Array.isArray(where)) return where.map((member) => groupBelow(member, uid));
    if (!isPlain(where)) return where;
    return Object.fromEntries(
      Object.entries(where).map(([key, value]) => {
        const target = isGroup(key) ? null : targetOf(uid, key);
        if (target !== null) return [key, grouped(value, target)];
        return [key, isGroup(key) ? groupBelow(value, uid) : value];
      })
    );
  };

  /** The opposite of a filter. Of a relation, that one of its rows does not fit, as Strapi has it. */
  const negate = (where: unknown, uid: string): unknown => {
    if (Array.isArray(where)) return { $or: where.map((member) => negate(member, uid)) };
    if (!isPlain(where)) return { $not: where };
    return { $or: Object.entries(where).map(([key, value]) => negateOne(key, value, uid)) };
  };

  const negateOne = (key: string, value: unknown, uid: string): unknown => {
    if (key === '$not') return split(value, uid);
    if (isGroup(key) && Array.isArray(value)) {
      const members = value.map((member: unknown) => negate(member, uid));
      return key === '$and' ? { $or: members } : { $and: members };
    }
    const target = targetOf(uid, key);
    if (target === null) return { $not: { [key]: value } };
    return lookUp(uid, { $not: { [key]: grouped(value, target) } });
  };

  return split;
};
