import type { Importer } from 'strapi-plugin-front-matter/importer';
import type { FileReader } from 'strapi-plugin-front-matter/reader';

/** What an import came to. */
export type ImportFigures = Awaited<ReturnType<Importer['import']>>;

/** What an import has to say of a file. */
export type ImportIssue = Pick<
  Parameters<Parameters<Importer['import']>[0]['onIssue']>[0],
  'code' | 'path'
>;

/** What a rollback came to. */
export type RollbackFigures = Awaited<ReturnType<Importer['rollback']>>;

export interface ImportOptions {
  readonly reader?: FileReader;
  readonly dryRun?: boolean;
  /** Told after every batch how many files there were so far. */
  readonly onProgress?: (found: number) => void;
  /** Told of everything there is to say. */
  readonly onIssue?: (issue: ImportIssue) => void;
}

/** Imports an archive as the command does. */
export const importWith = async (
  importer: Importer,
  location: string,
  name: string,
  {
    reader,
    dryRun = false,
    onProgress = () => undefined,
    onIssue = () => undefined,
  }: ImportOptions = {}
): Promise<ImportFigures> => {
  const reading = { dialect: 'auto', posts: [], timezone: null } as const;
  return importer.import({
    archive: await importer.open(location, reading),
    reading,
    name,
    ...(reader === undefined ? {} : { reader }),
    locale: null,
    dryRun,
    onConflict: 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue,
    onProgress: (counts) => onProgress(counts.found),
  });
};

/** Undoes a run as the command does. */
export const rollbackWith = (importer: Importer, run: number): Promise<RollbackFigures> =>
  importer.rollback({
    run,
    signal: new AbortController().signal,
    onIssue: () => undefined,
  });
