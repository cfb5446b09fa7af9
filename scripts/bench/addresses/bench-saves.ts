import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../site/boot';
import type { SiteSize } from './site';
import { runStep } from '../run-step';
import { type Saving, measureSaving } from './measure-saving';

/** What of the reading side a save may pay for, by what its environment says. */
const PARTS = {
  keepAndChanges: {},
  keep: { DELIVERY_CHANGES: 'false' },
  changes: { DELIVERY_KEEP: 'false' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

type Part = keyof typeof PARTS;

/** What a benchmark of saves prints: each part against none of them. */
export type SaveFigures = { readonly posts: number } & Readonly<Record<Part, Saving['saving']>>;

/** The reading side keeps nothing and answers nothing. */
const WITHOUT = { DELIVERY: 'false', DELIVERY_KEEP: 'false', DELIVERY_CHANGES: 'false' };

/**
 * Measures what it costs a save that lists are kept and counted, and that changes are logged, for those who read: the
 * same app, with both, with one of them, and with neither, on copies of one site, in turns.
 */
export const benchSaves = async (posts: number): Promise<SaveFigures> => {
  const size: SiteSize = { posts, addresses: 2 * posts };
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const inner = (name: string): string => path.join(folder, name);
  try {
    process.stderr.write(`[bench] making a site of ${posts} posts …\n`);
    await runStep('addresses/step-fill', inner('site.db'), [
      String(size.posts),
      String(size.addresses),
    ]);
    const against = async (part: Part): Promise<Saving['saving']> => {
      process.stderr.write(`[bench] saving posts with ${part}, and without …\n`);
      const [own, bare] = [inner(`${part}.db`), inner(`without-${part}.db`)];
      for (const database of [own, bare]) await copyFile(inner('site.db'), database);
      const { saving } = await measureSaving(
        { app: root, database: own, variables: PARTS[part] },
        { app: root, database: bare, variables: WITHOUT }
      );
      return saving;
    };
    return {
      posts,
      keepAndChanges: await against('keepAndChanges'),
      keep: await against('keep'),
      changes: await against('changes'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
