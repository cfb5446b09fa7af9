import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import { convertOf } from '../convert-value';
import { type DatabaseModel, modelOf } from './database-query';
import type { Column } from '../level';
import { Uncovered } from '../uncovered';

/** The columns of attributes that one level answers with. */
interface Selected {
  /** The columns' names, in the order of `columns`. */
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  readonly idAt: number;
}

const isColumn = ({ attributes }: DatabaseModel, name: string): boolean =>
  attributes[name] !== undefined && attributes[name].type !== 'relation';

/** The attributes that a query selects, `*` for all. */
const asked = (model: DatabaseModel, select: unknown): readonly string[] => {
  const names: readonly unknown[] =
    select === undefined || select === null ? ['*'] : [select].flat();
  return names.flatMap((name) => {
    if (typeof name !== 'string') throw new Uncovered('a selected expression');
    return name === '*'
      ? Object.keys(model.attributes).filter((own) => isColumn(model, own))
      : [name];
  });
};

/**
 * Chooses the columns of a level.
 *
 * @param needs attributes that are read in any case
 * @param order names of the answer's keys, in the order in which they stand in it
 */
export const selectColumns = (
  strapi: Core.Strapi,
  uid: string,
  select: unknown,
  needs: readonly string[],
  order: readonly string[]
): Selected => {
  const model = modelOf(strapi, uid);
  const schema = strapi.getModel(uid as UID.Schema);
  const wanted = new Set(asked(model, select));
  const all = [...new Set([...wanted, 'id', ...needs])];
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    return at === -1 ? order.length : at;
  };
  const sorted = all.filter((name) => isColumn(model, name)).sort((a, b) => rank(a) - rank(b));
  const columns = sorted.flatMap((name): Column[] => {
    const type = model.attributes[name]?.type ?? '';
    const isHidden =
      !wanted.has(name) || type === 'password' || contentTypes.isPrivateAttribute(schema, name);
    if (isHidden && name !== 'id' && !needs.includes(name)) return [];
    const convert = convertOf(type);
    if (convert === null) throw new Uncovered(`"${name}" is of the type ${type}`);
    return [{ attribute: name, convert, isHidden }];
  });
  return {
    columns,
    names: columns.map(({ attribute }) => model.attributes[attribute]?.columnName ?? attribute),
    idAt: columns.findIndex(({ attribute }) => attribute === 'id'),
  };
};
