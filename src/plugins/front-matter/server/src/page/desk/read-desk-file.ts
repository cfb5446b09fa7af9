import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { loadSettings } from '../../archive/settings/load-settings';
import { parseSettings } from '../../config/parse-settings';
import { isCorrectable } from '../../core/codes/correctable';
import { type ArchiveRules, readingRulesOf, targetOfArchive } from '../../import/reading-rules';
import { corrections } from '../../ledger/corrections';
import { messages } from '../../messages';
import type { DeskFile, DeskReading } from '../../panel/desk-contract';
import { messageOf } from '../../run/message-of';
import type { ReadableArchive } from '../archives/find-archive';
import { openOptionsOf } from '../task-options';
import { MOST_TEXT } from './correction-requests';
import type { FileFound } from './reading/protocol';
import { readApart } from './reading/read-apart';

const unopened = (reason: string): Error =>
  messages.error(errors.ApplicationError, 'desk.unopened', { reason });

/** How the archive's files are read, as an import would. */
const rulesOf = async (
  strapi: Core.Strapi,
  { root, options, settings: saved }: ReadableArchive
): Promise<ArchiveRules> => {
  try {
    const settings = parseSettings(strapi.config.get('plugin::front-matter'));
    const reading = openOptionsOf(options, saved);
    const { settings: own, place: settingsPlace } = await loadSettings(root, reading.mapping);
    const archive = { settings: own, settingsPlace };
    const target = await targetOfArchive(strapi, settings, archive, options.locale);
    return await readingRulesOf(strapi, settings, target, archive, reading);
  } catch (error) {
    throw unopened(messageOf(error));
  }
};

const read = async (
  strapi: Core.Strapi,
  archive: ReadableArchive,
  path: string,
  text: string | null
): Promise<FileFound> => {
  const { root, name, changedAt, mappedAt } = archive;
  const rules = await rulesOf(strapi, archive);
  const asked = { root, version: `${changedAt} ${mappedAt}`, rules, archive: name, path, text };
  const answer = await readApart(asked);
  if (answer.kind === 'problem') throw unopened(answer.reason);
  if (answer.kind === 'none') throw messages.error(errors.NotFoundError, 'file.none', { path });
  return answer.file;
};

/**
 * Reads a text as though a file of the archive held it.
 *
 * @throws ApplicationError, NotFoundError
 */
export const readTyped = async (
  strapi: Core.Strapi,
  archive: ReadableArchive,
  path: string,
  text: string
): Promise<DeskReading> => (await read(strapi, archive, path, text)).reading;

/**
 * A file of the archive as somebody is to correct it.
 *
 * @throws ApplicationError, NotFoundError
 */
export const readDeskFile = async (
  strapi: Core.Strapi,
  archive: ReadableArchive,
  path: string
): Promise<DeskFile> => {
  const { checksum, content, reading, size } = await read(strapi, archive, path, null);
  const made = size === 0 ? null : await corrections(strapi).find(archive.name, checksum);
  const isTooLong = size > MOST_TEXT || Buffer.byteLength(content?.text ?? '') > MOST_TEXT;
  return {
    path,
    checksum,
    text: isTooLong ? '' : (content?.text ?? ''),
    encoding: content?.encoding ?? null,
    isCorrectable: size > 0 && isCorrectable(reading.issues),
    isTooLong,
    correction: made && { text: made.text, madeBy: made.madeBy, madeAt: made.madeAt },
    reading: made === null ? reading : await readTyped(strapi, archive, path, made.text),
  };
};
