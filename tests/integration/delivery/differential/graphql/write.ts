import { TYPES } from '../questions/types';
import type { Values } from '../questions/values';
import type { Documents, Operation } from './document';
import { ValueWriter } from './write-values';

/** A request as JSON has it. */
export interface Written {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Writes a document with the values of a turn. */
export const write = (
  { name, roots, writing }: Operation,
  values: Values,
  turn: number
): Written => {
  const writer = new ValueWriter(values, turn, writing);
  const fragments: string[] = [];

  const selection = ({ type, fields, relations, fragment }: Documents): string => {
    const within = fields.join(' ');
    const { graphql } = TYPES[type];
    const own =
      fragment === 'none'
        ? within
        : fragment === 'inline'
          ? `... on ${graphql} { ${within} }`
          : spread(graphql, within);
    return [own, ...relations.map(documents)].join(' ');
  };
  const spread = (type: string, within: string): string => {
    fragments.push(`fragment f${fragments.length} on ${type} { ${within} }`);
    return `...f${fragments.length - 1}`;
  };
  const documents = (field: Documents): string => {
    const { alias, shape } = field;
    const named = alias === null ? field.name : `${alias}: ${field.name}`;
    const args = writer.write(field);
    const below = selection(field);
    if (shape !== 'connection') return `${named}${args} { ${below} }`;
    const isRoot = roots.includes(field);
    const info = isRoot ? ' pageInfo { total page pageSize pageCount }' : '';
    return `${named}${args} { nodes { ${below} }${info} }`;
  };

  const body = roots.map(documents).join(' ');
  const declared = writer.declared.length === 0 ? '' : `(${writer.declared.join(', ')})`;
  const opening = name === null && declared === '' ? '' : `query ${name ?? ''}${declared} `;
  return {
    query: [`${opening}{ ${body} }`, ...fragments].join(' '),
    ...(declared === '' ? {} : { variables: writer.variables }),
    ...(name === null ? {} : { operationName: name }),
  };
};
