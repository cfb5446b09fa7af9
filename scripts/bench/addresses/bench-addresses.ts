import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../site/boot';
import { runStep } from '../run-step';
import { layAppWithout } from './app-without';
import { type Renames, measureRenames } from './measure-renames';
import { type Resolving, measureResolving } from './measure-resolving';
import { type Saving, measureSaving } from './measure-saving';
import { withPostgres } from './postgres';
import type { SiteSize } from './site';

/** What a benchmark of addresses prints. */
export interface AddressFigures extends Resolving, Saving, Renames {
  readonly posts: number;
  readonly addresses: number;
  /** The same look-ups on PostgreSQL, when `TEST_POSTGRES_URL` names a server. */
  readonly postgres?: Resolving;
}

/** A site on which the work of a rename would show if it grew. */
const SMALL: SiteSize = { posts: 100, addresses: 1000 };

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/**
 * Measures what addresses cost: looking one up, against a bare server that sends the same
 * statements; and saving a post, against this app without the plugin. Whatever is compared is
 * measured in turns, so that a busy moment of the machine falls on both.
 */
export const benchAddresses = async (size: SiteSize): Promise<AddressFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const inner = (name: string): string => path.join(folder, name);
  const fill = (database: string, { posts, addresses }: SiteSize) =>
    runStep('addresses/step-fill', database, [String(posts), String(addresses)]);
  try {
    say(`making a site of ${size.posts} posts and ${size.addresses} addresses …`);
    await fill(inner('site.db'), size);
    say('looking addresses up …');
    const resolving = await measureResolving(inner('site.db'), size, say);

    say('saving posts, with the plugin and without it …');
    await copyFile(inner('site.db'), inner('without.db'));
    await mkdir(inner('without'));
    await layAppWithout('permalinks', inner('without'));
    const saving = await measureSaving(
      { app: root, database: inner('site.db') },
      { app: inner('without'), database: inner('without.db') }
    );

    say('renaming a category and a slug …');
    await fill(inner('small.db'), SMALL);
    const renames = await measureRenames(inner('small.db'), inner('site.db'));

    const postgres = await withPostgres(async (database) => {
      say('looking the same addresses up on PostgreSQL …');
      await fill(database, size);
      return measureResolving(database, size, say);
    });
    return { ...size, ...resolving, ...saving, ...renames, ...(postgres && { postgres }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
