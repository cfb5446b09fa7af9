import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { BadRequest } from '../errors/request-errors';
import { literal, type Variables, variablesOf } from './literal';

/** As much of a GraphQL schema as is looked at here, whichever copy of the library made it. */
export interface Schema {
  getType(name: string): unknown;
  getTypeMap(): object;
}

interface ObjectType {
  getFields?(): Readonly<Record<string, { type: unknown; args: readonly { name: string }[] }>>;
}

export interface PageSizes {
  readonly defaultLimit: number;
  readonly maxLimit: number;
}

/** A field that leads to other objects is a query of the database, or may be one. */
const QUERY = 10;
const ROW = 1;
const VALUE = 0.1;
/** A comparison that looks into all texts of a type, and any other one. */
const TEXT_SEARCH = 5000;
const COMPARISON = 100;
/** Arguments of fields that answer with pages: Strapi's own, and that of connections by cursor. */
const PAGES = new Set(['pagination', 'first']);
/** How long a list is that cannot be paged. */
const UNPAGED = 5;

/** How long the lists of the schema's description are, its types apart. */
const DESCRIBED = 12;
const DESCRIPTION = 0.1;

/** Comparisons by GraphQL's names, and by Strapi's, where they are passed on as JSON. */
const TEXT = /^\$?(?:not)?(?:contains|startswith|endswith|eqi|nei)i?$/iu;
const PLAIN = /^\$?(?:eq|ne|gte?|lte?|in|notin|between|null|notnull)$/iu;

/**
 * What an operation may cost: 10 for each query that it may send, 1 for each row that it may get, a
 * tenth for each value, pages taken as long as they are asked for and nested ones multiplied; 5,000
 * for each search in all texts. Fragments are measured once, whatever spreads them.
 */
export const measureOperation = (
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, sent, sizes }: { schema: Schema; sent: Variables; sizes: PageSizes }
): number => {
  const variables = variablesOf(operation, sent);
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : []
    )
  );
  const known = new Map<string, number>();
  const root = rootOf(operation);

  const ofFragment = (name: string, size: number | null): number => {
    const key = `${name} ${size}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const cost = ofSelections(fragment.selectionSet, fragment.typeCondition.name.value, size);
    known.set(key, cost);
    return cost;
  };

  /** @param size - how long the list is that a connection above has asked for */
  const ofSelections = (set: SelectionSetNode, type: string, size: number | null): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection, type, size);
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return sum + ofFragment(selection.name.value, size);
      const inner = selection.typeCondition?.name.value ?? type;
      return sum + ofSelections(selection.selectionSet, inner, size);
    }, 0);

  const ofField = (field: FieldNode, parent: string, size: number | null): number => {
    const asked = parent === root ? comparisonsOf(field, variables) : 0;
    if (parent !== root) refuseDeepSort(argumentOf(field, 'sort', variables));
    if (field.selectionSet === undefined) return VALUE + asked;
    const name = field.name.value;
    if (name === '__schema') return ofSelections(field.selectionSet, '__Schema', null);
    if (name === '__type') return ofSelections(field.selectionSet, '__Type', null);
    const definition = (schema.getType(parent) as ObjectType | undefined)?.getFields?.()[name];
    const type = String(definition?.type ?? '');
    const named = type.replace(/[[\]!]/gu, '');
    const isList = type.includes('[');
    if (named.startsWith('__')) {
      const long = name === 'types' ? Object.keys(schema.getTypeMap()).length : DESCRIBED;
      const below = DESCRIPTION + ofSelections(field.selectionSet, named, null);
      return isList ? long * below : below;
    }
    const isPaged = definition?.args.some(({ name }) => PAGES.has(name)) === true;
    const page = isPaged ? pageSize(field, variables, sizes) : null;
    if (!isList) return QUERY + asked + ROW + ofSelections(field.selectionSet, named, page);
    const rows = page ?? size ?? UNPAGED;
    return QUERY + asked + rows * (ROW + ofSelections(field.selectionSet, named, null));
  };

  return ofSelections(operation.selectionSet, root, null);
};

const rootOf = ({ operation }: OperationDefinitionNode): string =>
  operation === 'mutation' ? 'Mutation' : 'Query';

const argumentOf = (field: FieldNode, name: string, variables: Variables): unknown => {
  const found = field.arguments?.find((argument) => argument.name.value === name);
  return found === undefined ? undefined : literal(found.value, variables);
};

/** Strapi makes a statement of it that no database takes. */
const refuseDeepSort = (sort: unknown): void => {
  if ([sort].flat().some((path) => typeof path === 'string' && path.includes('.'))) {
    throw new BadRequest('Relations are sorted by attributes of their own.');
  }
};

const pageSize = (field: FieldNode, variables: Variables, sizes: PageSizes): number => {
  const { defaultLimit, maxLimit } = sizes;
  const pagination = argumentOf(field, 'pagination', variables) as
    { limit?: unknown; pageSize?: unknown } | null | undefined;
  const asked =
    pagination?.limit ??
    pagination?.pageSize ??
    argumentOf(field, 'first', variables) ??
    argumentOf(field, 'last', variables);
  if (asked === undefined || asked === null) return defaultLimit;
  const number = Number(asked);
  return number >= 0 && number <= maxLimit ? number : maxLimit;
};

/** What the comparisons in a field's arguments cost. */
const comparisonsOf = (field: FieldNode, variables: Variables): number => {
  const filters = argumentOf(field, 'filters', variables);
  const rest: unknown[] = [filters];
  let cost = 0;
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      const times = Array.isArray(value) ? Math.max(1, value.length) : 1;
      if (TEXT.test(key)) cost += TEXT_SEARCH * times;
      else if (PLAIN.test(key)) cost += COMPARISON;
      else rest.push(value);
    }
  }
  return cost;
};
