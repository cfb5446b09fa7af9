import type { Core } from '@strapi/strapi';

import type { OtherForm } from '../panel/contract';

const UID = 'plugin::newsroom.open-form';

/** How long a form counts as open that is not heard of, in milliseconds: three times what lies between two signs. */
const LONGEST = 90_000;

/** Of how many others is told. */
const MOST = 20;

/** A form that is open in somebody's panel. */
export interface OpenForm {
  /** Names it among all. */
  readonly form: string;
  /** Names its document in one language. */
  readonly document: string;
  readonly userId: number;
  readonly userName: string;
}

const isGone = (now: number) => ({ seenAt: { $lt: new Date(now - LONGEST) } });

/**
 * Notes that a form that was noted before is still open.
 *
 * @returns false where it was not noted, or as somebody else's
 */
export const seeForm = async (
  { db }: Core.Strapi,
  { form, document, userId }: OpenForm,
  now = Date.now()
): Promise<boolean> => {
  const { count } = await db.query(UID).updateMany({
    where: { form, document, userId },
    data: { seenAt: new Date(now) },
  });
  return count > 0;
};

/** Notes a form that has been opened, and forgets those that were not heard of any more. */
export const openForm = async (
  { db }: Core.Strapi,
  form: OpenForm,
  now = Date.now()
): Promise<void> => {
  await db.query(UID).deleteMany({ where: isGone(now) });
  await db.query(UID).create({ data: { ...form, seenAt: new Date(now) } });
};

export const closeForm = async (
  { db }: Core.Strapi,
  { form, userId }: Pick<OpenForm, 'form' | 'userId'>
): Promise<void> => {
  await db.query(UID).deleteMany({ where: { form, userId } });
};

/** Who else has a document open, each once: at most 20, whoever opened it first before others. */
export const otherForms = async (
  { db }: Core.Strapi,
  { form, document, userId }: OpenForm,
  now = Date.now()
): Promise<readonly OtherForm[]> => {
  const rows: readonly OpenForm[] = await db.query(UID).findMany({
    where: { document, form: { $ne: form }, seenAt: { $gte: new Date(now - LONGEST) } },
    orderBy: { id: 'asc' },
    limit: 5 * MOST,
  });
  const names = new Map(rows.map((row) => [row.userId, row.userName]));
  return [...names].slice(0, MOST).map(([id, userName]) => ({ userName, isOwn: id === userId }));
};
