import { issueOf } from '../../core/issue-codes';
import type { Counts } from '../../core/plan/counts';
import type { ImportJob } from './prepare';

/** Remembers which files a run has seen, in a few bytes each. */
export class SeenKeys {
  // The first 52 bits of a SHA-256 tell a million files apart.
  readonly #keys = new Set<number>();

  add(key: string): void {
    this.#keys.add(Number.parseInt(key.slice(0, 13), 16));
  }

  has(key: string): boolean {
    return this.#keys.has(Number.parseInt(key.slice(0, 13), 16));
  }
}

const GONE = issueOf('MISSING', {
  message: 'The file was imported before and is no longer in the archive. Its document is kept.',
});

/** Reports documents whose files are gone from the archive, and keeps them. */
export const reportMissing = async (job: ImportJob, before: Counts): Promise<Counts> => {
  let missing = 0;
  const { records, exists, moved } = job.planner;
  for await (const page of records.paths(job.archive)) {
    for (const { key, path, targetDocumentId } of page) {
      if (targetDocumentId === null || job.seen.has(key) || moved.has(key) || exists(path))
        continue;
      missing += 1;
      job.options.onIssue({ path, ...GONE });
    }
  }
  return { ...before, missing };
};
