import type { Archive, OpenOptions } from '../../archive/archive';
import { openArchive } from '../../archive/open-archive';
import type { ImportReport } from '../../import/job/report';
import { type FileReader, startReader } from '../../reading/file-reader';
import type { Importer } from '../../services/importer';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, printLine, say, showProgress } from 'strapi-plugin-kit/cli';
import { openReportFile, type ReportFile } from '../report-file';
import { describeCounts, describeReport, issueSummary } from '../summary';

/** What the command line says besides how to open the archive. */
export interface ImportFlags {
  readonly archive?: string;
  readonly locale?: string;
  readonly dryRun: boolean;
  readonly onConflict: 'keep' | 'overwrite';
  readonly unpublishMissing: boolean;
  readonly allowDuplicates: boolean;
  readonly scheduleFuture: boolean;
  readonly report?: string;
}

const exitCodeOf = (report: ImportReport): number => {
  if (!report.complete) return EXIT.failed;
  return report.quarantined + report.conflicts > 0 ? EXIT.incomplete : EXIT.ok;
};

const importInto = async (
  importer: Importer,
  archive: Archive,
  reading: OpenOptions,
  flags: ImportFlags,
  file: ReportFile | null,
  reader: FileReader,
  signal: AbortSignal
): Promise<ImportReport> => {
  const summary = issueSummary();
  const progress = showProgress(process.stderr, archive.found, 'files');
  try {
    const report = await importer.import({
      archive,
      reading,
      reader,
      name: flags.archive ?? null,
      locale: flags.locale ?? null,
      dryRun: flags.dryRun,
      onConflict: flags.onConflict,
      unpublishMissing: flags.unpublishMissing,
      allowDuplicates: flags.allowDuplicates,
      scheduleFuture: flags.scheduleFuture,
      signal,
      onIssue(issue) {
        summary.add(issue);
        file?.add(issue);
      },
      onProgress: (counts) => progress.update(counts.found, describeCounts(counts)),
    });
    progress.stop();
    for (const line of summary.lines()) await printLine(line);
    if (file === null && summary.isShortened()) {
      await printLine('For all of them import with --report FILE.');
    }
    await printLine(describeReport(report));
    return report;
  } finally {
    progress.stop();
  }
};

/**
 * Imports an archive into the database of the app.
 *
 * @returns the exit code: 3 where files are quarantined or in conflict
 */
export const importFrom = async (
  location: string,
  options: OpenOptions,
  flags: ImportFlags
): Promise<number> => {
  const archive = await openArchive(location, options);
  say(`Importing ${archive.root} as archive "${flags.archive ?? archive.name}" …`);
  const file = flags.report === undefined ? null : await openReportFile(flags.report);
  let report: ImportReport | null = null;
  // It loads its code while the app boots.
  const reader = startReader();
  try {
    report = await withApp('front-matter', (strapi, signal) =>
      importInto(
        strapi.service('plugin::front-matter.importer') as Importer,
        archive,
        options,
        flags,
        file,
        reader,
        signal
      )
    );
    return exitCodeOf(report);
  } finally {
    await reader.close();
    await file?.close(report);
  }
};
