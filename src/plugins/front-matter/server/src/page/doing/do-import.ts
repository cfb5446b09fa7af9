import { openArchive } from '../../archive/open-archive';
import { importArchive } from '../../import/import-archive';
import type { ImportReport } from '../../import/job/report';
import { startReader } from '../../reading/file-reader';
import { UsageError } from '../../run/usage-error';
import type { TaskCounts } from '../../panel/contract';
import { archivesOf } from '../archives/archives';
import { openOptionsOf } from '../task-options';
import type { TaskRow } from '../tasks/tasks';
import { previewPosts } from './preview-posts';
import type { Outcome, Tools } from './tools';

const countsOf = (report: ImportReport): TaskCounts => {
  const { found, created, updated, unchanged, conflicts } = report;
  const { quarantined, skipped, repaired, missing } = report;
  return {
    ...{ found, created, updated, unchanged, conflicts },
    ...{ quarantined, skipped, repaired, missing },
  };
};

/** Imports an archive, or finds out what an import would do. */
export const doImport = async (
  task: TaskRow,
  { strapi, tasks, settings, reporter, followed, signal }: Tools
): Promise<Outcome> => {
  const archive = task.archiveKey === null ? null : await archivesOf(strapi).find(task.archiveKey);
  if (archive === null || archive.root === null)
    throw new UsageError('The archive is not there any more.');
  const reading = openOptionsOf(task.options);
  const reader = startReader();
  try {
    const opened = await openArchive(archive.root, reading);
    await tasks.update(task.key, { state: 'running', total: opened.found });
    const isPreview = task.kind === 'preview';
    const posts = isPreview ? await previewPosts(opened) : [];
    const { locale, onConflict, unpublishMissing, scheduleFuture, allowDuplicates } = task.options;
    const report = await importArchive(strapi, settings, {
      archive: opened,
      reading,
      reader,
      name: task.archiveName,
      // A name that a file happens to have may be another archive's.
      isNameMeant: allowDuplicates,
      ...{ locale, onConflict, unpublishMissing, scheduleFuture, allowDuplicates },
      dryRun: isPreview,
      startedBy: task.startedBy,
      signal,
      onRun: (run) => followed.tellRun(run),
      onIssue: (issue) => reporter.add(issue),
      onProgress: (counts) => followed.tell({ counts, done: counts.found }),
    });
    return { counts: countsOf(report), posts };
  } finally {
    await reader.close();
  }
};
