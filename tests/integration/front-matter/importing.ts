import type { Core } from '@strapi/strapi';
import type { Importer } from '../../../src/plugins/front-matter/server/src/services/importer';
import type { ImportOptions } from '../../../src/plugins/front-matter/server/src/import/job/options';
import type { RollbackReport } from '../../../src/plugins/front-matter/server/src/rollback/job/report';
import type { ImportReport } from '../../../src/plugins/front-matter/server/src/import/job/report';
import type { ReportIssue } from '../../../src/plugins/front-matter/server/src/run/report-issue';

export interface Imported {
  readonly report: ImportReport;
  readonly issues: readonly ReportIssue[];
}

type Wish = Partial<Omit<ImportOptions, 'archive' | 'reading'>> & {
  readonly posts?: readonly string[];
};

/** Imports a folder into a running site, and hands back everything that was said. */
export const importInto = async (
  strapi: Core.Strapi,
  root: string,
  { posts = [], ...wish }: Wish = {}
): Promise<Imported> => {
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  const issues: ReportIssue[] = [];
  const reading = { dialect: 'auto', posts, timezone: null } as const;
  const report = await importer.import({
    archive: await importer.open(root, reading),
    reading,
    name: 'archive',
    locale: null,
    dryRun: false,
    onConflict: 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue: (issue) => issues.push(issue),
    onProgress: () => undefined,
    ...wish,
  });
  return { report, issues };
};

/** The outcomes of a report that are not zero. */
export const outcomes = ({ report }: Imported): Record<string, number> =>
  Object.fromEntries(
    (['created', 'updated', 'unchanged', 'conflicts', 'quarantined', 'skipped', 'missing'] as const)
      .map((name) => [name, report[name]] as const)
      .filter(([, count]) => count > 0)
  );

/** Undoes a run, and hands back everything that was said. */
export const rollBack = async (
  strapi: Core.Strapi,
  run: number | null
): Promise<{ readonly report: RollbackReport; readonly issues: readonly ReportIssue[] }> => {
  if (run === null) throw new Error('The import left no run.');
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  const issues: ReportIssue[] = [];
  const report = await importer.rollback({
    run,
    signal: new AbortController().signal,
    onIssue: (issue) => issues.push(issue),
  });
  return { report, issues };
};
