import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { lockDocuments, retryTransaction } from 'strapi-plugin-kit/database';

import { messages } from '../messages';
import { abilityOfUser } from '../permissions/ability-of-user';
import { permissionsBy } from '../permissions/permissions';
import { findAsker, keptAsker } from './asker';
import { type Draft, findDraft } from './find-draft';
import { inLanguage, SCHEDULE, type ScheduleRow, targetOf, whereTarget } from './schedule';

interface Place {
  readonly documentId: string;
  readonly locale?: string;
}

/** What the Document Service does with types that have drafts. */
interface Publishing {
  publish(place: Place): Promise<unknown>;
  unpublish(place: Place): Promise<unknown>;
}

/** `gone`: somebody else has done it, has set another time, or has deleted the document. */
export type CarriedOut = 'done' | 'gone';

/** Lets pass whom the role that they have now lets publish. What a command has asked for needs no role. */
const demandRight = async (strapi: Core.Strapi, row: ScheduleRow, draft: Draft): Promise<void> => {
  const asker = keptAsker(row);
  if (asker === null) return;
  const id = await findAsker(strapi, asker);
  const ability = id === null ? null : await abilityOfUser(strapi, id);
  if (ability === null) throw messages.error(errors.ForbiddenError, 'schedule.user-gone');
  if (permissionsBy(strapi, ability, row.contentType).cannot.publish(draft)) {
    throw messages.error(errors.ForbiddenError, 'schedule.may-not-now');
  }
};

/**
 * Does what a row of the schedule says. The row goes in the same transaction: so it is done once, whoever else tries,
 * and however this process ends.
 *
 * @throws what publishing throws, with the row as it was
 */
export const carryOut = (strapi: Core.Strapi, row: ScheduleRow): Promise<CarriedOut> =>
  retryTransaction(strapi.db, async (trx) => {
    const target = targetOf(row);
    const { uid, documentId } = target;
    await lockDocuments(strapi, trx, uid, [documentId]);
    // An import may have set it later meanwhile.
    const where = { id: row.id, dueAt: { $lte: new Date() } };
    const { count } = await strapi.db.query(SCHEDULE).deleteMany({ where });
    if (count === 0) return 'gone';
    // It would be published after it, where others are quicker or the first try failed, and stay so.
    if (row.deed === 'unpublish') {
      await strapi.db.query(SCHEDULE).deleteMany({
        where: {
          ...whereTarget(target),
          deed: 'publish',
          dueAt: { $lte: row.dueAt },
          failedAt: null,
        },
      });
    }
    const draft = await findDraft(strapi, target);
    if (draft === null) return 'gone';
    await demandRight(strapi, row, draft);
    const documents = strapi.documents(uid as UID.ContentType) as unknown as Publishing;
    if (row.deed === 'publish') await documents.publish({ documentId, ...inLanguage(target) });
    else await documents.unpublish({ documentId, ...inLanguage(target) });
    return 'done';
  });
