import { once } from 'node:events';
import type { RedirectFormat } from '../core/render-redirects';
import { type Permalinks, permalinksOf } from '../permalinks';
import { abandonedDocuments, releaseAbandoned } from '../rebuild/abandoned';
import { checkRows } from '../rebuild/check';
import { rebuildRows } from '../rebuild/rebuild';
import { writeRedirects } from '../resolve/write-redirects';
import { withApp } from './with-app';

/** All well. */
export const OK = 0;
/** Finished, and something is not as it should be. */
export const FAULTS = 3;

async function say(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Words with tabs between them; a slug may have spaces. */
const line = (...words: readonly (string | null)[]) =>
  `${words.filter((word) => word !== null && word !== '').join('\t')}\n`;

const eachType = async (work: (permalinks: Permalinks, uid: string) => Promise<void>) =>
  withApp(async (strapi) => {
    const permalinks = permalinksOf(strapi);
    for (const uid of permalinks.types.keys()) await work(permalinks, uid);
  });

/** Says what is wrong with the addresses of every document, one line a fault. */
export async function check(): Promise<number> {
  let faults = 0;
  await eachType(async (permalinks, uid) => {
    const type = permalinks.types.get(uid);
    if (type === undefined) return;
    for await (const page of checkRows(permalinks, type)) {
      for (const { fault, row } of page) {
        await say(line(fault, uid, row.documentId, row.slug));
      }
      faults += page.length;
    }
    for await (const page of abandonedDocuments(permalinks, type)) {
      for (const { documentId } of page) await say(line('ABANDONED', uid, documentId));
      faults += page.length;
    }
  });
  await say(
    faults === 0 ? 'Every address is as it should be.\n' : `${faults} to put right: run rebuild.\n`
  );
  return faults === 0 ? OK : FAULTS;
}

/** Puts right what `check` finds, and says every slug that it changed. */
export async function rebuild(): Promise<number> {
  let mended = 0;
  let freed = 0;
  await eachType(async (permalinks, uid) => {
    const type = permalinks.types.get(uid);
    if (type === undefined) return;
    for await (const page of rebuildRows(permalinks, type)) {
      for (const { fault, row, slug } of page) {
        if (row.slug !== slug) await say(line(fault, uid, row.documentId, row.slug, '->', slug));
      }
      mended += page.length;
    }
    for await (const page of abandonedDocuments(permalinks, type)) {
      await releaseAbandoned(permalinks, type, page);
      freed += page.length;
    }
  });
  await say(`${mended} put right, ${freed} abandoned.\n`);
  return OK;
}

/** Writes all redirects of the site to standard output. */
export async function exportRedirects(format: RedirectFormat): Promise<number> {
  await withApp(async (strapi) => {
    for await (const piece of writeRedirects(permalinksOf(strapi), format)) await say(piece);
  });
  return OK;
}
