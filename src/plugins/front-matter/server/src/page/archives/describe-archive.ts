import type { Core } from '@strapi/strapi';

import { parseSettings, PLACE } from '../../config/parse-settings';
import { DIALECT_CHOICES } from '../../core/dialects/list';
import { corrections } from '../../ledger/corrections';
import type { ArchiveDetail, ListedArchive } from '../../panel/contract';
import { messages } from '../../messages';
import { findLocaleCodes } from '../../run/locale';
import { resolveTarget } from '../../site/resolve-target';
import { scheduleOf } from '../../site/schedule';
import { sayRefusal } from '../refusing/refusal';
import { undoneBy } from '../runs/undone-by';
import { describeTask } from '../tasks/describe-task';
import { tasksOf, type TaskRow } from '../tasks/tasks';
import { openOptionsOf } from '../task-options';
import type { ArchiveRow } from './archives';
import { isAllowed } from './folders';
import { openApart, type Opening } from './opening/open-apart';

/** Whom an archive is described to. */
export interface Asker {
  readonly strapi: Core.Strapi;
  /** In which the panel is read. */
  readonly language: string;
}

/** Archives as the page lists them. */
export const listArchives = async (
  { strapi, language }: Asker,
  rows: readonly ArchiveRow[]
): Promise<readonly ListedArchive[]> => {
  const tasks = await tasksOf(strapi).newestStates(rows.map(({ key }) => key));
  return rows.map((row) => {
    const { key, name, origin, place, state, files, addedBy, addedAt } = row;
    const message = sayRefusal(language, row.refusal, row.message);
    const task = tasks.get(key);
    return {
      ...{ key, name, origin, place, state, message, files, addedBy, addedAt },
      task: task === undefined ? null : describeTask(task),
    };
  });
};

/** An archive as the page lists it. */
export const listArchive = async (asker: Asker, row: ArchiveRow): Promise<ListedArchive> => {
  const [listed] = await listArchives(asker, [row]);
  return listed as ListedArchive;
};

const open = async ({ strapi, language }: Asker, row: ArchiveRow): Promise<Opening> => {
  const { root, state, options, settings, place } = row;
  if (root === null || state !== 'ready') return { opened: null, problem: null };
  if (await isAllowed(strapi, row)) {
    const { opened, problem } = await openApart({
      root,
      options: openOptionsOf(options, settings),
    });
    return { opened, problem };
  }
  const problem = messages.in(language, 'archive.not-allowed', { folder: place });
  return { opened: null, problem };
};

/** Whether a preview was begun after everything that it depends on was changed last. */
const isCurrent = ({ startedAt }: TaskRow, { changedAt, mappedAt }: ArchiveRow): boolean =>
  startedAt >= changedAt && (mappedAt === null || startedAt >= mappedAt);

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

/** How many of its files were corrected since all of them were looked at last. */
const countCorrected = async (
  strapi: Core.Strapi,
  name: string,
  tasks: readonly (TaskRow | null)[]
): Promise<number> => {
  const looked = tasks.flatMap((task) => (task === null ? [] : [task.startedAt]));
  const last = looked.sort().at(-1);
  return last === undefined ? 0 : corrections(strapi).countSince(name, last);
};

/** An archive with what was found in it, and what was done with it. */
export const describeArchive = async (asker: Asker, row: ArchiveRow): Promise<ArchiveDetail> => {
  const { strapi } = asker;
  const tasks = tasksOf(strapi);
  const last = await tasks.newest(row.key, 'preview');
  // What was found before a change says nothing of what an import does now.
  const preview = last !== null && isCurrent(last, row) ? last : null;
  const lastImport = await tasks.newestWhole(row.key);
  return {
    ...(await listArchive(asker, row)),
    ...(await open(asker, row)),
    options: row.options,
    choices: await choicesOf(strapi),
    preview: preview === null ? null : describeTask(preview),
    lastImport: lastImport === null ? null : describeTask(lastImport),
    lastUndoneBy: await undoneBy(strapi, lastImport?.run ?? null),
    correctedSince: await countCorrected(strapi, row.name, [preview, lastImport]),
  };
};
