import type { Core } from '@strapi/strapi';
import { engineOf, type Transaction } from 'strapi-plugin-kit/database';

import { ledgerRows } from '../ledger-rows';
import { RECORD } from '../tables';
import type { SourceRecord } from './record';
import { COLUMNS, FORMS, LATER, toRow } from './record-rows';

/** Writes records. Every function joins the transaction it is called in. */
export const writeRecords = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(RECORD);
  return {
    async insert(trx: Transaction, rows: readonly SourceRecord[]): Promise<void> {
      const { tableName } = strapi.db.metadata.get(RECORD);
      const isOld = rows.some((row) => LATER.some((name) => row[name] !== undefined));
      const columns = isOld ? [...COLUMNS, ...LATER] : COLUMNS;
      const table = ledgerRows(strapi, RECORD, columns, rows, FORMS);
      await engineOf(strapi.db).insertRows(strapi.db, trx, tableName, table);
    },

    async update(id: number, row: Partial<SourceRecord>): Promise<void> {
      await query().updateMany({ where: { id }, data: toRow(row) });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
    },

    /** @param undoneBy null where their making is applied again */
    async setUndoneBy(ids: readonly number[], undoneBy: number | null): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
    },
  };
};
