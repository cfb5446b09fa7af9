import type { Core, UID } from '@strapi/strapi';

import { parseSettings } from '../../config/parse-settings';
import type { Run } from '../../ledger/runs';
import { CHANGE, RECORD, TERM } from '../../ledger/tables';
import type { Undoing } from '../../panel/contract';

type Counted = Pick<Undoing, 'made' | 'changed' | 'removed' | 'terms' | 'editedSince'>;

/** How many of the documents that a run has made were saved since runs last wrote them. */
const countEdited = async (strapi: Core.Strapi, run: number): Promise<number> => {
  const { contentType } = parseSettings(strapi.config.get('plugin::front-matter'));
  const { db } = strapi;
  const tableOf = (uid: string): string => db.metadata.get(uid as UID.ContentType).tableName;
  const records = tableOf(RECORD);
  const [row]: readonly { readonly edited: number | string }[] = await db
    .getConnection(records)
    .countDistinct({ edited: `${records}.id` })
    .join(
      `${tableOf(contentType)} as document`,
      'document.document_id',
      `${records}.target_document_id`
    )
    .where(`${records}.created_run`, run)
    .whereNull(`${records}.undone_by`)
    .whereRaw(`document.updated_at > coalesce(??, document.created_at)`, [`${records}.written_at`]);
  return Number(row?.edited ?? 0);
};

const ofImport = async (strapi: Core.Strapi, run: number): Promise<Counted> => {
  const notUndone = { undoneBy: { $null: true } };
  const count = (uid: string, where: object): Promise<number> =>
    strapi.db.query(uid as UID.ContentType).count({ where: { ...where, ...notUndone } });
  return {
    made: await count(RECORD, { createdRun: run }),
    changed: await count(CHANGE, { run, action: 'updated' }),
    removed: await count(CHANGE, { run, action: 'removed' }),
    terms: await count(TERM, { run, created: true }),
    editedSince: await countEdited(strapi, run),
  };
};

/** The opposite of what a rollback has done. */
const ofRollback = ({ counts }: Run): Counted => ({
  made: counts?.['recreated'] ?? 0,
  changed: counts?.['restored'] ?? 0,
  removed: counts?.['removed'] ?? 0,
  terms: 0,
  editedSince: 0,
});

/** What undoing a run would do, as the ledger has it now. */
export const foreseeUndoing = async (strapi: Core.Strapi, run: Run): Promise<Undoing> => ({
  run: run.number,
  kind: run.kind,
  archive: run.archive,
  startedAt: run.startedAt,
  startedBy: run.startedBy,
  ...(run.kind === 'import' ? await ofImport(strapi, run.number) : ofRollback(run)),
});
