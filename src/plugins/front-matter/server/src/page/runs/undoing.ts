import type { Core, UID } from '@strapi/strapi';

import type { Run } from '../../ledger/runs';
import { CHANGE, RECORD, TERM } from '../../ledger/tables';
import type { Undoing } from '../../panel/run-contract';
import { countTouched } from './count-touched';

type Counted = Pick<
  Undoing,
  'made' | 'changed' | 'removed' | 'terms' | 'editedSince' | 'goneSince'
>;

const ofImport = async (strapi: Core.Strapi, run: number): Promise<Counted> => {
  const notUndone = { undoneBy: { $null: true } };
  const count = (uid: string, where: object): Promise<number> =>
    strapi.db.query(uid as UID.ContentType).count({ where: { ...where, ...notUndone } });
  const touched = await countTouched(strapi, run);
  const made = await count(RECORD, { createdRun: run });
  return {
    // What was saved since is not removed, and what was deleted since is gone already.
    made: made - touched.made - touched.gone,
    changed: await count(CHANGE, { run, action: 'updated' }),
    removed: await count(CHANGE, { run, action: 'removed' }),
    terms: await count(TERM, { run, created: true }),
    editedSince: touched.made + touched.changed,
    goneSince: touched.gone,
  };
};

/** The opposite of what a rollback has done. */
const ofRollback = ({ counts }: Run): Counted => ({
  made: counts?.['recreated'] ?? 0,
  changed: counts?.['restored'] ?? 0,
  removed: counts?.['removed'] ?? 0,
  terms: 0,
  editedSince: 0,
  goneSince: 0,
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
