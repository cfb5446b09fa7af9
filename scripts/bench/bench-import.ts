import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeArchive } from '../make-archive/index';
import { rounded } from './figures';
import type { ImportFigures } from '../site/import-options';
import { runStep } from './run-step';
import { layStockApp } from './stock-app';

/** Posts that the Document Service gets to write: enough to be past its warming up. */
const SAMPLE = 400;

interface Imported extends ImportFigures {
  /** Each of them was one transaction. */
  readonly batches: number;
  readonly peakRssMiB: number;
  readonly bootedRssMiB: number;
}

interface Written {
  readonly documents: number;
  readonly seconds: number;
}

/** What a benchmark of the import prints. Rates are a second's, memory is beyond Strapi's own. */
export interface Figures {
  readonly rawPostsPerSecond: number;
  readonly importPostsPerSecond: number;
  readonly ratioToRaw: number;
  readonly documentServicePostsPerSecond: number;
  readonly ratioToDocumentService: number;
  readonly unchangedPostsPerSecond: number;
  readonly peakRssMiB: number;
}

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/**
 * Measures the import against what bounds it: bare prepared inserts of the very rows that it
 * wrote, into the same empty schema with the same pragmas; and against what there is without it:
 * a loop over the Document Service in an app without these plugins.
 */
export const benchImport = async (posts: number): Promise<Figures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const inner = (name: string): string => path.join(folder, name);
  try {
    say(`making an archive of ${posts} posts …`);
    await makeArchive(inner('archive'), posts);

    say('importing it …');
    const imported = await runStep<Imported>('step-import', inner('import.db'), [inner('archive')]);
    say('importing it again …');
    const again = await runStep<Imported>('step-import', inner('import.db'), [inner('archive')]);

    say('writing the same rows with bare prepared statements …');
    await runStep('step-schema', inner('raw.db'));
    const raw = await runStep<Written>('step-raw', inner('raw.db'), [
      inner('import.db'),
      String(imported.batches),
    ]);

    say(`writing ${SAMPLE} of the posts through the Document Service of a stock app …`);
    await layStockApp(inner('stock'));
    const stock = await runStep<Written>('step-document-service', inner('stock.db'), [
      inner('stock'),
      inner('import.db'),
      String(SAMPLE),
    ]);

    const rates = {
      raw: raw.documents / raw.seconds,
      imported: imported.created / imported.seconds,
      stock: stock.documents / stock.seconds,
    };
    return {
      rawPostsPerSecond: rounded(rates.raw),
      importPostsPerSecond: rounded(rates.imported),
      ratioToRaw: rounded(rates.imported / rates.raw, 2),
      documentServicePostsPerSecond: rounded(rates.stock),
      ratioToDocumentService: rounded(rates.imported / rates.stock, 1),
      unchangedPostsPerSecond: rounded(again.found / again.seconds),
      peakRssMiB: rounded(imported.peakRssMiB - imported.bootedRssMiB),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
