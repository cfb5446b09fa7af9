/** What the importer of `front-matter` is asked, and what it answers, as far as it is measured. */
export interface Importer {
  open(location: string, options: object): Promise<object>;
  import(options: object): Promise<ImportFigures>;
}

export interface ImportFigures {
  readonly found: number;
  readonly created: number;
  readonly unchanged: number;
  readonly seconds: number;
}

/**
 * Imports an archive as the command does.
 *
 * @param onProgress told after every batch how many files there were so far
 */
export const importWith = async (
  importer: Importer,
  location: string,
  name: string,
  onProgress: (found: number) => void = () => undefined
): Promise<ImportFigures> => {
  const reading = { dialect: 'auto', posts: [], timezone: null };
  return importer.import({
    archive: await importer.open(location, reading),
    reading,
    name,
    locale: null,
    dryRun: false,
    onConflict: 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue: () => undefined,
    onProgress: (counts: { readonly found: number }) => onProgress(counts.found),
  });
};
