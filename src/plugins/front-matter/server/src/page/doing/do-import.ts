import type { Core } from '@strapi/strapi';

import type { Archive } from '../../archive/archive';
import { openArchive } from '../../archive/open-archive';
import { issueOf } from '../../core/issue';
import { importArchive } from '../../import/import-archive';
import type { ImportReport } from '../../import/job/report';
import { conflictRecords } from '../../ledger/records/find-conflicts';
import { startReader } from '../../reading/file-reader';
import { UsageError } from '../../run/usage-error';
import type { TaskCounts } from '../../panel/task-contract';
import { messages } from '../../messages';
import { archivesOf } from '../archives/archives';
import { isAllowed } from '../archives/folders';
import { storageOf } from '../storage';
import { openOptionsOf } from '../task-options';
import { keptKeys } from '../tasks/kept-keys';
import type { TaskRow } from '../tasks/tasks';
import { previewPosts } from './preview-posts';
import type { TaskReporter } from './task-report';
import type { Outcome, Tools } from './tools';

const countsOf = (report: ImportReport): TaskCounts => {
  const { found, created, updated, unchanged, conflicts } = report;
  const { quarantined, skipped, repaired, missing } = report;
  return {
    ...{ found, created, updated, unchanged, conflicts },
    ...{ quarantined, skipped, repaired, missing },
  };
};

const GONE = issueOf('DECISION_OUTDATED', {
  message:
    'The file is in conflict, and none of the archive any more. It was left so: give the archive a version that has it, or delete its document.',
});

/** The files that are imported alone; null for all. Where one decision holds for all conflicts, those in conflict. */
const filesOf = async (
  strapi: Core.Strapi,
  { files, decisions = null, archiveName }: TaskRow,
  archive: Archive,
  reporter: TaskReporter
): Promise<readonly string[] | null> => {
  if (decisions === null || !('all' in decisions)) return files;
  const paths = await conflictRecords(strapi, archiveName ?? '').paths();
  const isThere = (path: string): boolean => archive.files.indexOf(path) >= 0;
  for (const path of paths) if (!isThere(path)) reporter.add({ path, ...GONE });
  return paths.filter(isThere);
};

/** Imports an archive, or finds out what an import would do. */
export const doImport = async (
  task: TaskRow,
  { strapi, tasks, settings, reporter, followed, signal }: Tools
): Promise<Outcome> => {
  const archive = task.archiveKey === null ? null : await archivesOf(strapi).find(task.archiveKey);
  if (archive === null || archive.root === null)
    throw new UsageError('The archive is not there any more.');
  if (!(await isAllowed(strapi, archive)))
    throw new UsageError(messages.in('en', 'archive.not-allowed', { folder: archive.place }));
  const reading = openOptionsOf(task.options, archive.settings);
  const reader = startReader();
  try {
    const opened = await openArchive(archive.root, reading);
    const files = await filesOf(strapi, task, opened, reporter);
    await tasks.update(task.key, { state: 'running', total: files?.length ?? opened.found });
    const isPreview = task.kind === 'preview';
    const posts = isPreview
      ? await previewPosts(strapi, opened, task.archiveName ?? opened.name)
      : [];
    const { locale, unpublishMissing, scheduleFuture, allowDuplicates } = task.options;
    const { decisions = null } = task;
    const onConflict = decisions === null ? task.options.onConflict : 'keep';
    const keys = isPreview ? keptKeys(storageOf(strapi).task(task.key), opened.dialect) : null;
    const report = await importArchive(strapi, settings, {
      archive: opened,
      reading,
      reader,
      name: task.archiveName,
      // A name that a file happens to have may be another archive's.
      isNameMeant: allowDuplicates,
      ...{ locale, onConflict, unpublishMissing, scheduleFuture, allowDuplicates },
      ...{ files, decisions },
      dryRun: isPreview,
      startedBy: task.startedBy,
      signal,
      onRun: (run) => followed.tellRun(run),
      onIssue: (issue) => reporter.add(issue),
      ...(keys === null ? {} : { onKeys: keys.take }),
      onProgress: (counts) => followed.tell({ counts, done: counts.found }),
    });
    await keys?.write();
    return { counts: countsOf(report), posts };
  } finally {
    await reader.close();
  }
};
