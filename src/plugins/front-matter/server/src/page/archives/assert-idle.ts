import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../../messages';
import { isActive } from '../tasks/describe-task';
import { tasksOf } from '../tasks/tasks';
import type { ArchiveRow } from './archives';

/**
 * Sees that nothing is done with an archive: what is at work goes by what was there when it began, and is to be
 * shown as such.
 *
 * @throws ApplicationError while anything is
 */
export const assertIdle = async (
  strapi: Core.Strapi,
  { key, name, state }: Pick<ArchiveRow, 'key' | 'name' | 'state'>
): Promise<void> => {
  const task = await tasksOf(strapi).newest(key);
  if (state === 'unpacking' || (task !== null && isActive(task))) {
    throw messages.error(errors.ApplicationError, 'archive.busy', { name });
  }
};
