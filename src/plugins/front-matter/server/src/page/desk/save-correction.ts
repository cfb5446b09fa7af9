import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { corrections } from '../../ledger/corrections';
import { messages } from '../../messages';
import type { CorrectionRequest, SavedCorrection } from '../../panel/desk-contract';
import type { ReadableArchive } from '../archives/find-archive';
import { checksumNow } from './checksum-now';

/**
 * Has a text read in place of a file from now on, wherever the archive has the same bytes.
 *
 * @throws NotFoundError where there is no such file
 * @throws ApplicationError where it is not what was corrected any more
 */
export const saveCorrection = async (
  strapi: Core.Strapi,
  { root, name }: ReadableArchive,
  { path, text, checksum }: CorrectionRequest,
  madeBy: string
): Promise<SavedCorrection> => {
  const now = await checksumNow(root, path);
  if (now === null) throw messages.error(errors.NotFoundError, 'file.none', { path });
  if (now !== checksum)
    throw messages.error(errors.ApplicationError, 'correction.changed', { path });
  const madeAt = new Date().toISOString();
  await corrections(strapi).save({ archive: name, checksum, path, text, madeBy, madeAt });
  return { madeBy, madeAt };
};
