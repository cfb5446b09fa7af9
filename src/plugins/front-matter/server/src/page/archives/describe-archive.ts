import type { Core } from '@strapi/strapi';

import { parseSettings, PLACE } from '../../config/parse-settings';
import { DIALECT_CHOICES } from '../../core/dialects/list';
import type { ArchiveDetail, ListedArchive } from '../../panel/contract';
import { findLocaleCodes } from '../../run/locale';
import { resolveTarget } from '../../site/resolve-target';
import { scheduleOf } from '../../site/schedule';
import { describeTask } from '../tasks/describe-task';
import { tasksOf } from '../tasks/tasks';
import { openOptionsOf } from '../task-options';
import type { ArchiveRow } from './archives';
import { openApart, type Opening } from './opening/open-apart';

/** Archives as the page lists them. */
export const listArchives = async (
  strapi: Core.Strapi,
  rows: readonly ArchiveRow[]
): Promise<readonly ListedArchive[]> => {
  const tasks = await tasksOf(strapi).newestStates(rows.map(({ key }) => key));
  return rows.map((row) => {
    const { key, name, origin, place, state, message, files, addedBy, addedAt } = row;
    const task = tasks.get(key);
    return {
      ...{ key, name, origin, place, state, message, files, addedBy, addedAt },
      task: task === undefined ? null : describeTask(task),
    };
  });
};

/** An archive as the page lists it. */
export const listArchive = async (strapi: Core.Strapi, row: ArchiveRow): Promise<ListedArchive> => {
  const [listed] = await listArchives(strapi, [row]);
  return listed as ListedArchive;
};

const open = async ({ root, state, options }: ArchiveRow): Promise<Opening> =>
  root === null || state !== 'ready'
    ? { opened: null, problem: null }
    : openApart({ root, options: openOptionsOf(options) });

const choicesOf = async (strapi: Core.Strapi): Promise<ArchiveDetail['choices']> => {
  const codes = await findLocaleCodes(strapi);
  const settings = parseSettings(strapi.config.get('plugin::front-matter'));
  const locale = codes[0] ?? '';
  const asked = { locale, unnamed: locale, mapping: {}, mappingPlace: PLACE };
  const target = resolveTarget(strapi, settings, asked);
  return {
    dialects: DIALECT_CHOICES,
    locales: target.locale === null ? [] : codes,
    scheduleFuture: scheduleOf(strapi, target.uid) !== null,
    unpublishMissing: target.draftAndPublish,
  };
};

/** An archive with what was found in it, and what was done with it. */
export const describeArchive = async (
  strapi: Core.Strapi,
  row: ArchiveRow
): Promise<ArchiveDetail> => {
  const tasks = tasksOf(strapi);
  const last = await tasks.newest(row.key, 'preview');
  // What was found before a change says nothing of what an import does now.
  const preview = last !== null && last.startedAt >= row.changedAt ? last : null;
  const lastImport = await tasks.newest(row.key, 'import');
  return {
    ...(await listArchive(strapi, row)),
    ...(await open(row)),
    options: row.options,
    choices: await choicesOf(strapi),
    preview: preview === null ? null : describeTask(preview),
    lastImport: lastImport === null ? null : describeTask(lastImport),
  };
};
