import type { RedirectFormat } from '../core/render-redirects';
import { type Permalinks, permalinksOf } from '../permalinks';
import { abandonedDocuments, releaseAbandoned } from '../rebuild/abandoned';
import { checkRows } from '../rebuild/check';
import { rebuildRows } from '../rebuild/rebuild';
import { writeRedirects } from '../resolve/write-redirects';
import { withApp } from 'strapi-plugin-kit/app';
import { print, printable, printLine } from 'strapi-plugin-kit/cli';

/** All well. */
export const OK = 0;
/** Finished, and something is not as it should be. */
export const FAULTS = 3;

/** Prints words with tabs between them; a slug may have spaces. */
const printWords = (...words: readonly (string | null)[]) =>
  print(`${words.flatMap((word) => (word ? [printable(word)] : [])).join('\t')}\n`);

const withPermalinks = (work: (permalinks: Permalinks) => Promise<void>) =>
  withApp((strapi) => work(permalinksOf(strapi)));

/** Says what is wrong with the addresses of every document, one line a fault; ends early when nobody reads it. */
export async function check(): Promise<number> {
  let faults = 0;
  await withPermalinks(async (permalinks) => {
    for (const type of permalinks.types.values()) {
      for await (const page of checkRows(permalinks, type)) {
        for (const { fault, row } of page) {
          faults += 1;
          if (!(await printWords(fault, type.uid, row.documentId, row.slug))) return;
        }
      }
    }
    for await (const { type, documents } of abandonedDocuments(permalinks)) {
      for (const { documentId } of documents) {
        faults += 1;
        if (!(await printWords('ABANDONED', type.uid, documentId))) return;
      }
    }
  });
  await printLine(
    faults === 0 ? 'Every address is as it should be.' : `${faults} to put right: run rebuild.`
  );
  return faults === 0 ? OK : FAULTS;
}

/** Puts right what `check` finds, and says every slug that it changed. */
export async function rebuild(): Promise<number> {
  let mended = 0;
  let freed = 0;
  await withPermalinks(async (permalinks) => {
    for (const type of permalinks.types.values()) {
      for await (const page of rebuildRows(permalinks, type)) {
        for (const { fault, row, slug } of page) {
          if (row.slug === slug) continue;
          await printWords(fault, type.uid, row.documentId, row.slug, '->', slug);
        }
        mended += page.length;
      }
    }
    for await (const found of abandonedDocuments(permalinks)) {
      await releaseAbandoned(permalinks, found);
      freed += found.documents.length;
    }
  });
  await printLine(`${mended} put right, ${freed} abandoned.`);
  return OK;
}

/** Writes all redirects of the site to standard output, or as many as are read. */
export async function exportRedirects(format: RedirectFormat): Promise<number> {
  await withApp(async (strapi) => {
    for await (const piece of writeRedirects(permalinksOf(strapi), format)) {
      if (!(await print(piece))) break;
    }
  });
  return OK;
}
