import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../site/boot';
import type { SiteSize } from './site';
import { runStep } from '../run-step';
import { type Saving, measureSaving } from './measure-saving';

/** What a benchmark of saves prints. */
export interface SaveFigures extends Saving {
  readonly posts: number;
}

/** The reading side keeps nothing and answers nothing. */
const WITHOUT = { DELIVERY: 'false', DELIVERY_KEEP: 'false', DELIVERY_CHANGES: 'false' };

/**
 * Measures what it costs a save that lists are kept, counted and logged for those who read: the same app, with
 * it and without it, on copies of one site, in turns.
 */
export const benchSaves = async (posts: number): Promise<SaveFigures> => {
  const size: SiteSize = { posts, addresses: 2 * posts };
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const inner = (name: string): string => path.join(folder, name);
  try {
    process.stderr.write(`[bench] making a site of ${posts} posts …\n`);
    await runStep('addresses/step-fill', inner('with.db'), [
      String(size.posts),
      String(size.addresses),
    ]);
    await copyFile(inner('with.db'), inner('without.db'));
    process.stderr.write('[bench] saving posts, with the reading side and without it …\n');
    const saving = await measureSaving(
      { app: root, database: inner('with.db') },
      { app: root, database: inner('without.db'), variables: WITHOUT }
    );
    return { posts, ...saving };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
