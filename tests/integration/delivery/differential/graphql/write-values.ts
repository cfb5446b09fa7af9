import { spellTerm } from '../questions/sorts';
import { TYPES } from '../questions/types';
import { type FilledTree, fillIn, isList, Slot, type Tree, type Values } from '../questions/values';
import type { Arguments, Documents, Writing } from './document';

type Scalar = 'String' | 'ID' | 'DateTime' | 'Boolean' | 'Int';

const MOMENTS = new Set(Object.values(TYPES).flatMap(({ moments }) => moments));

/** The type of the values below a key of a filter or a page; null where it does not decide. */
const scalarBelow = (key: string): Scalar | null => {
  if (key === 'documentId') return 'ID';
  if (key === 'null' || key === 'notNull') return 'Boolean';
  if (['page', 'pageSize', 'start', 'limit'].includes(key)) return 'Int';
  if (MOMENTS.has(key)) return 'DateTime';
  return Object.values(TYPES).some(({ texts }) => key in texts) ? 'String' : null;
};

const isBare = (scalar: Scalar): boolean => scalar === 'Boolean' || scalar === 'Int';

const literal = (text: string, scalar: Scalar): string =>
  isBare(scalar) ? text : JSON.stringify(text);

/** The arguments of a document, and the variables that they left out. */
export class ValueWriter {
  readonly variables: Record<string, unknown> = {};
  readonly declared: string[] = [];

  constructor(
    private readonly values: Values,
    private readonly turn: number,
    private readonly writing: Writing
  ) {}

  /** Arguments in parentheses; nothing where there are none. */
  write({ args, type }: Pick<Documents, 'args' | 'type'>): string {
    const { documentId, filters, sort, pagination, status } = args;
    const written = [
      documentId === undefined ? null : `documentId: ${this.tree(documentId, 'ID')}`,
      filters === undefined
        ? null
        : `filters: ${this.whole(filters, `${TYPES[type].graphql}FiltersInput`)}`,
      sort === undefined ? null : `sort: ${this.sort(sort)}`,
      pagination === undefined ? null : `pagination: ${this.whole(pagination, 'PaginationArg')}`,
      status === undefined ? null : `status: ${this.status(status)}`,
    ].filter((part) => part !== null);
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private whole(tree: Tree, type: string): string {
    return this.writing === 'arguments as variables'
      ? this.variable(type, valueOf(fillIn(tree, this.values, this.turn), 'String'))
      : this.tree(tree, 'String');
  }

  private sort(terms: NonNullable<Arguments['sort']>): string {
    const spelled = terms.map(spellTerm);
    return this.writing === 'arguments as variables'
      ? this.variable('[String]', spelled)
      : JSON.stringify(spelled.length === 1 ? spelled[0] : spelled);
  }

  private status(status: string): string {
    return this.writing === 'inline' ? status : this.variable('PublicationStatus', status);
  }

  private tree(tree: Tree, scalar: Scalar): string {
    if (typeof tree === 'string') return literal(tree, scalar);
    if (tree instanceof Slot) {
      const text = tree.valueOf(this.values, this.turn);
      return this.writing === 'values as variables'
        ? this.variable(scalar === 'ID' ? 'ID!' : scalar, valueOf(text, scalar))
        : literal(text, scalar);
    }
    if (isList(tree)) return `[${tree.map((member) => this.tree(member, scalar)).join(', ')}]`;
    const members = Object.entries(tree).map(
      ([key, below]) => `${key}: ${this.tree(below, scalarBelow(key) ?? scalar)}`
    );
    return `{ ${members.join(', ')} }`;
  }
}

/** A tree as JSON, with numbers and truths in it. */
const valueOf = (tree: FilledTree, scalar: Scalar): unknown => {
  if (typeof tree === 'string') return isBare(scalar) ? (JSON.parse(tree) as unknown) : tree;
  if (Array.isArray(tree)) return tree.map((member: FilledTree) => valueOf(member, scalar));
  return Object.fromEntries(
    Object.entries(tree).map(([key, below]: [string, FilledTree]) => [
      key,
      valueOf(below, scalarBelow(key) ?? scalar),
    ])
  );
};
