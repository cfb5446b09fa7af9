import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { messages } from '../../messages';
import type { FolderRequest } from '../../panel/contract';
import { DEFAULT_OPTIONS } from '../task-options';
import { type ArchiveRow, archivesOf } from './archives';
import { locateFolder } from './folders';
import { freeName } from './free-name';

/**
 * Adds a folder of the server, which is read where it is.
 *
 * @throws NotFoundError for one that may not be picked, ApplicationError for one that is there already
 */
export const addFolder = async (
  strapi: Core.Strapi,
  { folder, name }: FolderRequest,
  by: string
): Promise<ArchiveRow> => {
  const root = await locateFolder(strapi, folder);
  if (root === null) throw messages.error(errors.NotFoundError, 'folder.none', { folder });
  const archives = archivesOf(strapi);
  const known = (await archives.names()).find((archive) => archive.root === root);
  if (known !== undefined) {
    const values = { folder, name: known.name };
    throw messages.error(errors.ApplicationError, 'archive.one-folder', values);
  }
  return archives.insert({
    key: newDocumentId(),
    name: name ?? (await freeName(strapi, path.basename(root))),
    origin: 'folder',
    place: folder,
    root,
    state: 'ready',
    addedBy: by,
    upload: null,
    options: DEFAULT_OPTIONS,
  });
};
