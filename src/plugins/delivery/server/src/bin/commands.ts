import type { Core } from '@strapi/strapi';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, print, printable, printLine, say } from 'strapi-plugin-kit/cli';
import { uninstallLog } from '../changes/install-log';
import { describeSite } from '../description/describe-site';
import { check as checkType, type Difference } from '../kept/check';
import { type Kept, keptOf } from '../kept/kept';
import { rebuild as rebuildType } from '../kept/rebuild';
import { uninstallAll } from '../kept/uninstall';

/** What is wrong, in words. */
const wordsOf = (difference: Difference): readonly string[] => {
  const { fault, list } = difference;
  switch (difference.fault) {
    case 'LOST':
      return [fault, list, difference.what];
    case 'UNFILLED':
      return [fault, list];
    case 'COUNT': {
      const { target, locale, kept, actual } = difference;
      return [fault, list, String(target), locale, `${kept} instead of ${actual}`];
    }
    default:
      return [fault, list, String(difference.target), String(difference.row)];
  }
};

/** Prints words with tabs between them. */
const printWords = (words: readonly string[]) => print(`${words.map(printable).join('\t')}\n`);

/** Does work on what is kept, and gives the exit code: work that was interrupted has failed. */
const withKept = (
  work: (strapi: Core.Strapi, kept: Kept, signal: AbortSignal) => Promise<number>
): Promise<number> =>
  withApp('delivery', async (strapi, signal) => {
    const kept = keptOf(strapi);
    for (const { what, reason } of kept.unkept) say(`Nothing is kept of ${what}: ${reason}.`);
    const code = await work(strapi, kept, signal);
    return signal.aborted ? EXIT.failed : code;
  });

/** Says what is kept and is not so, one line each; ends early when nobody reads it. */
export const check = (): Promise<number> =>
  withKept(async (strapi, kept, signal) => {
    let faults = 0;
    for (const { uid } of kept.types) {
      for await (const difference of checkType(strapi, uid)) {
        faults += 1;
        if (!(await printWords(wordsOf(difference)))) return EXIT.incomplete;
        if (signal.aborted) return EXIT.failed;
      }
    }
    await printLine(
      faults === 0 ? 'Every count and every listing is right.' : `${faults} wrong: run rebuild.`
    );
    return faults === 0 ? EXIT.ok : EXIT.incomplete;
  });

/** Makes all that is kept anew. */
export const rebuild = (): Promise<number> =>
  withKept(async (strapi, kept, signal) => {
    for (const { uid } of kept.types) {
      await rebuildType(strapi, uid, signal);
      if (signal.aborted) return EXIT.failed;
      await printLine(`${uid}: made anew.`);
    }
    return EXIT.ok;
  });

/** Drops all that is kept. A site that starts with the plugin makes it again. */
export const remove = (): Promise<number> =>
  withKept(async ({ db }) => {
    await uninstallAll(db);
    await uninstallLog(db);
    await printLine('Counts, listings, the log of changes and their triggers are dropped.');
    return EXIT.ok;
  });

/** Writes what the site answers to frontends. */
export const openapi = (): Promise<number> =>
  withApp('delivery', async (strapi) => {
    await print(`${JSON.stringify(describeSite(strapi), null, 2)}\n`);
    return EXIT.ok;
  });
