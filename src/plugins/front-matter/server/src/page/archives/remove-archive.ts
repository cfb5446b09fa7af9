import { rm } from 'node:fs/promises';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../../messages';
import { storageOf } from '../storage';
import { isActive } from '../tasks/describe-task';
import { tasksOf } from '../tasks/tasks';
import { type ArchiveRow, archivesOf } from './archives';
import { removeFiles } from './unpack-upload';

/**
 * Forgets an archive, and removes the files that were uploaded. Its posts stay, and so do its runs
 * with what they told.
 *
 * @throws ApplicationError while something is done with it
 */
export const removeArchive = async (strapi: Core.Strapi, archive: ArchiveRow): Promise<void> => {
  const { key, name, root, origin, state } = archive;
  const tasks = tasksOf(strapi);
  const task = await tasks.newest(key);
  if (state === 'unpacking' || (task !== null && isActive(task))) {
    throw messages.error(errors.ApplicationError, 'archive.busy', { name });
  }
  await archivesOf(strapi).remove(key);
  for (const own of await tasks.removeOf(key)) {
    await rm(storageOf(strapi).task(own), { recursive: true, force: true });
  }
  if (root !== null && origin === 'upload') await removeFiles(strapi, root);
};
