import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeArchive } from '../make-archive/index';
import { rounded } from './figures';
import { type DatabaseName, withDatabase } from '../site/databases';
import type { ImportFigures } from '../site/import-options';
import type { Written } from './import-tables';
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

/** What a benchmark of the import prints. Rates are a second's, memory is beyond Strapi's own. */
export interface Figures {
  readonly barePostsPerSecond: number;
  readonly importPostsPerSecond: number;
  readonly importToBare: number;
  /** On SQLite, where there is a loop over the Document Service to compare with. */
  readonly documentServicePostsPerSecond?: number;
  readonly importToDocumentService?: number;
  readonly unchangedPostsPerSecond: number;
  readonly peakRssMiB: number;
}

/** What the database is given without this project, in the words of a message. */
const BARE: Readonly<Record<DatabaseName, string>> = {
  sqlite: 'bare prepared statements',
  postgres: 'bare COPY',
  mysql: 'bare inserts of many rows',
};

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

const rateOf = ({ documents, seconds }: Written): number => documents / seconds;

/** The same posts by a loop over the Document Service, in an app without these plugins. */
const writeBySample = async (folder: string, source: string): Promise<Written> => {
  say(`writing ${SAMPLE} of the posts through the Document Service of a stock app …`);
  await layStockApp(path.join(folder, 'stock'));
  return runStep<Written>('step-document-service', path.join(folder, 'stock.db'), [
    path.join(folder, 'stock'),
    source,
    String(SAMPLE),
  ]);
};

/**
 * Measures the import against what bounds it: the fastest bare way to write the very rows that it
 * wrote, in as many transactions, into the same empty schema with the same settings; and on SQLite against
 * what there is without it.
 */
export const benchImport = async (posts: number, database: DatabaseName): Promise<Figures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const archive = path.join(folder, 'archive');
  try {
    say(`making an archive of ${posts} posts …`);
    await makeArchive(archive, posts);
    return await withDatabase(database, async (own) => {
      say('importing it …');
      const imported = await runStep<Imported>('step-import', own, [archive]);
      say('importing it again …');
      const again = await runStep<Imported>('step-import', own, [archive]);

      say(`writing the same rows with ${BARE[database]} …`);
      const bare = await withDatabase(database, async (empty) => {
        await runStep('step-schema', empty);
        return runStep<Written>(`step-bare-${database}`, empty, [own, String(imported.batches)]);
      });
      const stock = database === 'sqlite' ? await writeBySample(folder, own) : null;

      const rate = imported.created / imported.seconds;
      return {
        barePostsPerSecond: rounded(rateOf(bare)),
        importPostsPerSecond: rounded(rate),
        importToBare: rounded(rate / rateOf(bare), 2),
        ...(stock && {
          documentServicePostsPerSecond: rounded(rateOf(stock)),
          importToDocumentService: rounded(rate / rateOf(stock), 1),
        }),
        unchangedPostsPerSecond: rounded(again.found / again.seconds),
        peakRssMiB: rounded(imported.peakRssMiB - imported.bootedRssMiB),
      };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
