/** What the importer of `front-matter` is asked, and what it answers, as far as it is measured. */
export interface Importer {
  open(location: string, options: object): Promise<object>;
  import(options: object): Promise<ImportFigures>;
  rollback(options: object): Promise<{ readonly run: number }>;
  runs(limit: number): Promise<readonly { readonly id: number }[]>;
}

export interface ImportFigures {
  readonly found: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly seconds: number;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** Told after every batch how many files there were so far. */
  readonly onProgress?: (found: number) => void;
}

/** Imports an archive as the command does. */
export const importWith = async (
  importer: Importer,
  location: string,
  name: string,
  { dryRun = false, onProgress = () => undefined }: ImportOptions = {}
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
    onIssue: () => undefined,
    onProgress: (counts: { readonly found: number }) => onProgress(counts.found),
  });
};
