import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { filePlace, hasToBe, parseConfig } from '../../config';

/** How much one request of the content API may ask for. */
export interface Limits {
  /** Comparisons in all filters of a query, those of populated relations included. */
  readonly conditions: number;
  /** Comparisons that have to look into texts (`$contains`, `$startsWith`, `$eqi` and the like), `_q` included. */
  readonly textSearches: number;
  /** Relations that the filters of a query go through. */
  readonly relationFilters: number;
  /** Those of them below one relation: they are joined to each other. */
  readonly nestedRelationFilters: number;
  /** How deep filters, sorts and populates may nest: groups, relations and operators are one level each. */
  readonly depth: number;
  /** Values of one `$in`, members of one `$and` or `$or`, names in `fields`. */
  readonly list: number;
  /** Characters of one value in a filter. */
  readonly text: number;
  /** Characters of `_q`. */
  readonly search: number;
  /** Attributes to sort by. */
  readonly sorts: number;
  /** Those of them that belong to a relation. */
  readonly relationSorts: number;
  /** Relations to populate, on all levels together. */
  readonly populates: number;
  /** Levels of relations to populate. */
  readonly populateDepth: number;
  /** Tokens of a GraphQL document. */
  readonly graphqlTokens: number;
  /** Fields of a GraphQL operation, counted each time that a fragment is spread. */
  readonly graphqlFields: number;
  /** What a GraphQL operation may cost: see `graphql/measure-operation.ts`. */
  readonly graphqlCost: number;
  /** Levels of a request's body, for the panel too. */
  readonly bodyDepth: number;
  /** Rows that one statement of a read may answer with: documents of all populated relations of a kind. */
  readonly rows: number;
  /** Milliseconds for one statement of a read. */
  readonly statementTimeout: number;
  /** Reads of a whole table, and others that take long, that are answered at once. */
  readonly slowReads: number;
  /** Such reads that may wait; further ones are refused. */
  readonly slowReadsWaiting: number;
}

const DEFAULTS: Limits = {
  conditions: 50,
  textSearches: 3,
  relationFilters: 5,
  nestedRelationFilters: 3,
  depth: 12,
  list: 500,
  text: 2000,
  search: 200,
  sorts: 5,
  relationSorts: 2,
  populates: 30,
  populateDepth: 5,
  graphqlTokens: 2000,
  graphqlFields: 3000,
  graphqlCost: 50_000,
  bodyDepth: 100,
  rows: 10_000,
  statementTimeout: 5000,
  slowReads: 1,
  slowReadsWaiting: 50,
};

const AMOUNT = { error: hasToBe('a whole number, 0 or more') };

const limits = z
  .partialRecord(z.enum(Object.keys(DEFAULTS)), z.int(AMOUNT).min(0, AMOUNT))
  .default({});

const PLACE = filePlace('config/requests');

/**
 * The limits that an application sets in `config/requests`, and the usual ones for the rest.
 *
 * @throws ConfigurationError
 */
export const readLimits = (strapi: Core.Strapi): Limits => ({
  ...DEFAULTS,
  ...parseConfig(limits, strapi.config.get('requests', {}), PLACE),
});
