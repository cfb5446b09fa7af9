import type { FileReader, TakeFiles } from '../../reading/file-reader';
import type { Corrections } from '../corrections/load-corrections';
import type { SelectDue } from './select-due';

/** Files on their way: how many there are, and those that are due, being read. */
export interface Batch {
  readonly found: number;
  readonly due: number;
  /** Keys of the files that the ledger knows. */
  readonly known: ReadonlySet<string>;
  readonly fitted: Promise<TakeFiles>;
}

/** Whoever takes a promise sees its failure; until then nobody else is to be told of it. */
const later = <Result>(promise: Promise<Result>): Promise<Result> => {
  promise.catch(() => undefined);
  return promise;
};

/** How many batches may lie ready: reading one takes about as long as writing one, now more, now less. */
const AHEAD = 2;

/**
 * The batches of an archive. While one is written, those after it are read, and files are listed
 * as far ahead: only between two batches can the database be asked which of them are due.
 */
export async function* readBatches(
  reader: FileReader,
  { textsOf }: Corrections,
  select: SelectDue
): AsyncGenerator<Batch> {
  const listings = Array.from({ length: AHEAD }, () => later(reader.next()));
  const ahead: Batch[] = [];
  for (;;) {
    const files = await (listings.shift() ?? []);
    if (files.length > 0) {
      const { found, due, known } = await select(files);
      const fitted = later(reader.read(due, await textsOf(due)));
      listings.push(later(reader.next()));
      ahead.push({ found, due: due.length, known, fitted });
      if (ahead.length <= AHEAD) continue;
    }
    const batch = ahead.shift();
    if (batch === undefined) return;
    yield batch;
  }
}
