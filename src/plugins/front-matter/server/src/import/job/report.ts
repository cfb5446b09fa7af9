import type { Counts } from '../../core/plan/counts';

/** What an import came to. Its issues are told one by one while it runs, and are kept by nobody here. */
export interface ImportReport extends Counts {
  /** Null for a dry run, which leaves none. */
  readonly run: number | null;
  readonly archive: string;
  readonly dryRun: boolean;
  /** False when the import was cancelled: what came before is kept. */
  readonly complete: boolean;
  readonly seconds: number;
  readonly postsPerSecond: number;
  readonly peakRssMiB: number;
}

const KIB_PER_MIB = 1024;

/** Starts the clock of a report. */
export const startReport = () => {
  const start = performance.now();
  return (
    job: Pick<ImportReport, 'run' | 'archive' | 'dryRun' | 'complete'>,
    counts: Counts
  ): ImportReport => {
    const seconds = (performance.now() - start) / 1000;
    return {
      run: job.run,
      archive: job.archive,
      dryRun: job.dryRun,
      complete: job.complete,
      ...counts,
      seconds: Math.round(seconds * 1000) / 1000,
      postsPerSecond: Math.round(counts.found / Math.max(seconds, 0.001)),
      peakRssMiB: Math.round(process.resourceUsage().maxRSS / KIB_PER_MIB),
    };
  };
};
