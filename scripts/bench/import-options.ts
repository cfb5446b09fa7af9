/** What the importer of `front-matter` is asked, and what it answers, as far as it is measured. */
export interface Importer {
  open(location: string, options: object): Promise<object>;
  import(options: object): Promise<ImportFigures>;
  rollback(options: object): Promise<RollbackFigures>;
  runs(limit: number): Promise<readonly { readonly number: number }[]>;
}

export interface ImportFigures {
  readonly run: number;
  readonly found: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly seconds: number;
}

/** What an import has to say of a file. */
export interface ImportIssue {
  readonly code: string;
  readonly path: string;
}

/** What a rollback came to, as far as it is measured. */
export interface RollbackFigures {
  readonly run: number;
  readonly restored: number;
  readonly removed: number;
  readonly left: number;
}

export interface ImportOptions {
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
  { dryRun = false, onProgress = () => undefined, onIssue = () => undefined }: ImportOptions = {}
): Promise<ImportFigures> => {
  const reading = { dialect: 'auto', posts: [], timezone: null };
  return importer.import({
    archive: await importer.open(location, reading),
    reading,
    name,
    locale: null,
    dryRun,
    onConflict: 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue,
    onProgress: (counts: { readonly found: number }) => onProgress(counts.found),
  });
};

/** Undoes a run as the command does. */
export const rollbackWith = (importer: Importer, run: number): Promise<RollbackFigures> =>
  importer.rollback({
    run,
    signal: new AbortController().signal,
    onIssue: () => undefined,
  });
