import type { Core } from '@strapi/strapi';
import type { Connection, Database } from 'strapi-plugin-kit/database';
import { type AddressTable, addressTable } from './claims/table/address-table';
import type { ClaimScope } from './claims/claim';
import type { PathRules } from './claims/paths/claim-paths';
import { readConfig } from './config/read-config';
import type { PermalinksConfig } from './config/schema';
import { reservedAbove } from './core/paths/reserved-paths';
import { reservedPaths } from './reserved-paths';
import { type ServedType, servedTypes } from './served-type';

/** The plugin within one running application. */
export interface Permalinks {
  readonly strapi: Core.Strapi;
  readonly db: Database;
  readonly config: PermalinksConfig;
  readonly types: ReadonlyMap<string, ServedType>;
  readonly table: AddressTable;
  readonly pathRules: PathRules;
  /** What a claim for a type's documents needs, within a transaction. */
  scope(trx: Connection, type: ServedType): ClaimScope;
  /** An id for a new document, as Strapi itself would give it one. */
  newDocumentId(type: ServedType): string;
}

const running = new WeakMap<Core.Strapi, Permalinks>();

/** The plugin's state in an application; its database must be up. */
export function permalinksOf(strapi: Core.Strapi): Permalinks {
  const known = running.get(strapi);
  if (known) return known;
  const config = readConfig(strapi.config.get('plugin::permalinks'));
  const { db } = strapi;
  const table = addressTable(db);
  const types = servedTypes(strapi, config.contentTypes);
  const permalinks: Permalinks = {
    strapi,
    db,
    config,
    types,
    table,
    pathRules: {
      typeByName: (uid) => types.get(uid),
      isReserved: (address) =>
        reservedAbove(reservedPaths(strapi, config.reservedPaths), address) !== null,
    },
    scope: (trx, type) => ({ db, table, trx, type }),
    newDocumentId: (type) => newDocumentId(db, type.uid),
  };
  running.set(strapi, permalinks);
  return permalinks;
}

/** @throws Error for a type that the configuration does not name */
export function servedType({ types }: Pick<Permalinks, 'types'>, uid: string): ServedType {
  const type = types.get(uid);
  if (type) return type;
  throw new Error(`"${uid}" is not among permalinks.contentTypes in the configuration`);
}

function newDocumentId(db: Database, uid: string): string {
  const attribute = db.metadata.get(uid).attributes['documentId'];
  if (attribute && 'default' in attribute && typeof attribute.default === 'function') {
    return String(attribute.default());
  }
  throw new Error(`"${uid}" gives its documents no ids`);
}
