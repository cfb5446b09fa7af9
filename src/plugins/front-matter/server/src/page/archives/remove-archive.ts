import { rm } from 'node:fs/promises';

import type { Core } from '@strapi/strapi';

import { storageOf } from '../storage';
import { tasksOf } from '../tasks/tasks';
import { type ArchiveRow, archivesOf } from './archives';
import { assertIdle } from './assert-idle';
import { removeFiles } from './uploads/unpack-upload';

/**
 * Forgets an archive, and removes the files that were uploaded. Its posts stay, and so do its runs
 * with what they told.
 *
 * @throws ApplicationError while something is done with it
 */
export const removeArchive = async (strapi: Core.Strapi, archive: ArchiveRow): Promise<void> => {
  const { key, root, origin } = archive;
  const tasks = tasksOf(strapi);
  await assertIdle(strapi, archive);
  await archivesOf(strapi).remove(key);
  for (const own of await tasks.removeOf(key)) {
    await rm(storageOf(strapi).task(own), { recursive: true, force: true });
  }
  if (root !== null && origin === 'upload') await removeFiles(strapi, root);
};
