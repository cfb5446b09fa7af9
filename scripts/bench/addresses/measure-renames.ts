import { root } from '../../site/boot';
import { startWorker } from '../../site/workers';

interface Changes {
  readonly category: number;
  readonly slug: number;
}

/** Rows that a rename inserts, changes or deletes, on a small site and on the large one. */
export interface Renames {
  readonly rowsWritten: { readonly small: Changes; readonly large: Changes };
}

/** Renames a category and a post's slug on two sites, and counts the rows that are written. */
export const measureRenames = async (small: string, large: string): Promise<Renames> => ({
  rowsWritten: { small: await renamesOn(small), large: await renamesOn(large) },
});

const renamesOn = async (database: string): Promise<Changes> => {
  const app = await startWorker('bench/addresses/step-site', database, [root]);
  try {
    return await app.ask<Changes>('renames');
  } finally {
    await app.stop();
  }
};
