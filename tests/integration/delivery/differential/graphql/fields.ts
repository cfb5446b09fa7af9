import fc from 'fast-check';
import { filtersOf, slotOf } from '../questions/filters';
import { present, rarely } from '../questions/parts';
import { BY_ID, ownSortsOf, sortsOf } from '../questions/sorts';
import { columnsOf, type TypeName, TYPES } from '../questions/types';
import { usual } from '../questions/usual';
import type { Tree } from '../questions/values';
import type { Arguments, Documents } from './document';

const pagination: fc.Arbitrary<Tree> = fc
  .oneof(
    fc.record({ page: rarely(85, slotOf('page')), pageSize: rarely(80, slotOf('size')) }),
    fc.record({ start: rarely(80, slotOf('start')), limit: rarely(80, slotOf('size')) }),
    {
      weight: 1,
      arbitrary: fc.record({
        page: rarely(30, fc.constantFrom('0', '-1', '1000')),
        limit: rarely(30, fc.constantFrom('0', '-1', '1000')),
      }),
    }
  )
  .map((parts) => present<object>(parts) as Tree);

const relationArguments = (type: TypeName): fc.Arbitrary<Arguments> =>
  fc
    .record({
      filters: rarely(25, filtersOf(type, 'graphql', 0)),
      sort: rarely(40, ownSortsOf(type)),
      pagination: rarely(35, pagination),
    })
    .map(present);

const anyArguments = (type: TypeName): fc.Arbitrary<Arguments> =>
  fc
    .record({
      filters: rarely(45, filtersOf(type, 'graphql')),
      sort: rarely(55, sortsOf(type)),
      pagination: rarely(60, pagination),
    })
    .map(present);

const argumentsOf = (type: TypeName): fc.Arbitrary<Arguments> =>
  type === 'post' ? fc.oneof(anyArguments(type), usual) : anyArguments(type);

const scalarsOf = (type: TypeName): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...columnsOf(type), ...TYPES[type].computed, '__typename'), {
    minLength: 1,
    maxLength: 6,
  });

const fragment: fc.Arbitrary<Documents['fragment']> = fc.oneof(
  { weight: 7, arbitrary: fc.constant('none') },
  { weight: 1, arbitrary: fc.constantFrom('inline', 'named') }
);

const isRare = fc.integer({ min: 0, max: 6 }).map((number) => number === 0);

/**
 * Asks for ids, by which entries are told apart, or sorts by them in the end.
 * @param isRelation - entries then have an order of their own that is kept where nothing is sorted
 */
const settle = (field: Documents, isRelation: boolean): Documents => {
  if (!field.anonymous) return { ...field, fields: ['documentId', ...field.fields] };
  const { sort } = field.args;
  return field.shape === 'one' || (isRelation && sort === undefined)
    ? field
    : { ...field, args: { ...field.args, sort: [...(sort ?? []), BY_ID] } };
};

const relationsOf = (type: TypeName, levels: number): fc.Arbitrary<readonly Documents[]> => {
  const names = Object.entries(TYPES[type].relations);
  if (levels === 0 || names.length === 0) return fc.constant([]);
  return fc
    .tuple(...names.map(([name, target]) => rarely(55, relationOf(name, target, levels - 1))))
    .map((fields) => fields.filter((field) => field !== undefined));
};

const relationOf = (name: string, type: TypeName, levels: number): fc.Arbitrary<Documents> => {
  const isOne = name === 'parent';
  return fc
    .record({
      name: fc.constant(name),
      alias: isRare.map((is) => (is ? `${name}Too` : null)),
      type: fc.constant(type),
      shape: isOne
        ? fc.constant<Documents['shape']>('one')
        : isRare.map((is): Documents['shape'] => (is ? 'connection' : 'list')),
      args: isOne ? fc.constant<Arguments>({}) : relationArguments(type),
      fields: scalarsOf(type),
      relations: relationsOf(type, levels),
      fragment,
      anonymous: isRare,
    })
    .map((field) =>
      settle(field.shape === 'connection' ? { ...field, name: `${name}_connection` } : field, true)
    );
};

const rootNames: Readonly<Record<Documents['shape'], (type: TypeName) => string>> = {
  one: (type) => type,
  list: (type) => TYPES[type].plural,
  connection: (type) => `${TYPES[type].plural}_connection`,
};

/** A field of the query itself: a list, a connection or one document. */
export const rootOf = (type: TypeName, shape: Documents['shape']): fc.Arbitrary<Documents> => {
  const status = rarely(
    8,
    fc.constantFrom<NonNullable<Arguments['status']>[]>('PUBLISHED', 'DRAFT')
  );
  const args: fc.Arbitrary<Arguments> =
    shape === 'one'
      ? slotOf(TYPES[type].documents).map((documentId) => ({ documentId }))
      : fc.tuple(argumentsOf(type), status).map(([rest, given]) => ({
          ...rest,
          ...(given === undefined || type !== 'post' ? {} : { status: given }),
        }));
  return fc
    .record({
      name: fc.constant(rootNames[shape](type)),
      alias: fc.constant(null),
      type: fc.constant(type),
      shape: fc.constant(shape),
      args,
      fields: scalarsOf(type),
      relations: relationsOf(type, 2),
      fragment,
      anonymous: isRare,
    })
    .map((field) => settle(field, false));
};
