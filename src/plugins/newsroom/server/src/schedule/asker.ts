import type { Core } from '@strapi/strapi';

import type { Asker } from '../permissions/user';
import type { ScheduleRow } from './schedule';

/** Who has set a time, as it is kept; rows of the release before have the id and the name alone. */
export type KeptAsker = Pick<Asker, 'id' | 'name'> & Partial<Pick<Asker, 'key' | 'email'>>;

type AskerColumns = Pick<ScheduleRow, 'userId' | 'userName' | 'userKey' | 'userEmail'>;

export const askerColumns = (asker: KeptAsker | null): AskerColumns => ({
  userId: asker?.id ?? null,
  userName: asker?.name ?? null,
  userKey: asker?.key ?? null,
  userEmail: asker?.email ?? null,
});

/** Who has set the time of a row; null for a command. */
export const keptAsker = ({
  userId,
  userName,
  userKey,
  userEmail,
}: AskerColumns): KeptAsker | null =>
  userId === null
    ? null
    : {
        id: userId,
        name: userName ?? '',
        ...(userKey && { key: userKey }),
        ...(userEmail && { email: userEmail }),
      };

/**
 * The user whose rights count for what somebody has asked for. Strapi's `transfer` and `import` bring no users of the
 * panel: on the other site the same id is somebody else's, and the same person is whoever has the same email.
 *
 * @returns null where there is no such user
 */
export const findAsker = async (
  { db }: Core.Strapi,
  { id, key, email }: KeptAsker
): Promise<number | null> => {
  if (key === undefined) return id;
  const find = async (where: object): Promise<number | undefined> => {
    const user: { readonly id: number } | null = await db
      .query('admin::user')
      .findOne({ where, select: ['id'] });
    return user?.id;
  };
  const own = await find({ documentId: key });
  return own ?? (email === undefined ? null : ((await find({ email })) ?? null));
};
