import type { RedirectFormat } from '../core/addresses/render-redirects';
import { type Permalinks, permalinksOf } from '../permalinks';
import { abandonedDocuments, releaseAbandoned } from '../rebuild/abandoned';
import { checkRows } from '../rebuild/check';
import { rebuildRows } from '../rebuild/rebuild';
import { writeRedirects } from '../resolve/write-redirects';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, print, printable, printLine } from 'strapi-plugin-kit/cli';

/** Prints words with tabs between them; a slug may have spaces. */
const printWords = (...words: readonly (string | null)[]) =>
  print(`${words.flatMap((word) => (word ? [printable(word)] : [])).join('\t')}\n`);

/** Does work on the app's addresses, and gives the exit code: work that was interrupted has failed. */
const withPermalinks = (
  work: (permalinks: Permalinks, signal: AbortSignal) => Promise<number>
): Promise<number> =>
  withApp('permalinks', async (strapi, signal) => {
    const code = await work(permalinksOf(strapi), signal);
    return signal.aborted ? EXIT.failed : code;
  });

/** Says what is wrong with the addresses of every document, one line a fault; ends early when nobody reads it. */
export const check = (): Promise<number> =>
  withPermalinks(async (permalinks, signal) => {
    let faults = 0;
    const tell = async (fault: string, ...words: readonly (string | null)[]): Promise<boolean> => {
      faults += 1;
      return printWords(fault, ...words);
    };
    for (const type of permalinks.types.values()) {
      for await (const page of checkRows(permalinks, type)) {
        for (const { fault, row } of page) {
          if (!(await tell(fault, type.uid, row.documentId, row.slug))) return EXIT.incomplete;
        }
        if (signal.aborted) return EXIT.failed;
      }
    }
    for await (const { type, documents } of abandonedDocuments(permalinks)) {
      for (const { documentId } of documents) {
        if (!(await tell('ABANDONED', type.uid, documentId))) return EXIT.incomplete;
      }
      if (signal.aborted) return EXIT.failed;
    }
    await printLine(
      faults === 0 ? 'Every address is as it should be.' : `${faults} to put right: run rebuild.`
    );
    return faults === 0 ? EXIT.ok : EXIT.incomplete;
  });

/** Puts right what `check` finds, and says every slug that it changed. */
export const rebuild = (): Promise<number> =>
  withPermalinks(async (permalinks, signal) => {
    const { repaired, freed } = await repairAll(permalinks, signal);
    await printLine(`${repaired} put right, ${freed} abandoned.`);
    return EXIT.ok;
  });

async function repairAll(
  permalinks: Permalinks,
  signal: AbortSignal
): Promise<{ repaired: number; freed: number }> {
  let repaired = 0;
  let freed = 0;
  for (const type of permalinks.types.values()) {
    for await (const page of rebuildRows(permalinks, type)) {
      for (const { fault, row, slug } of page) {
        if (row.slug === slug) continue;
        await printWords(fault, type.uid, row.documentId, row.slug, '->', slug);
      }
      repaired += page.length;
      if (signal.aborted) return { repaired, freed };
    }
  }
  for await (const found of abandonedDocuments(permalinks)) {
    await releaseAbandoned(permalinks, found);
    freed += found.documents.length;
    if (signal.aborted) break;
  }
  return { repaired, freed };
}

/** Writes all redirects of the site to standard output, or as many as are read. */
export const exportRedirects = (format: RedirectFormat): Promise<number> =>
  withPermalinks(async (permalinks, signal) => {
    for await (const piece of writeRedirects(permalinks, format)) {
      if (!(await print(piece)) || signal.aborted) break;
    }
    return EXIT.ok;
  });
