import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeArchive } from '../../make-archive/index';
import type { DatabaseName } from '../../site/databases';
import { signUp } from '../../site/editor';
import type { ImportFigures } from '../../site/import-options';
import { runStep } from '../run-step';
import { type Beside, besideOf, meet, type Met } from './beside';
import { type ImportByPage, importByPage } from './import-by-page';
import { latencyOfVisits, type VisitsLatency } from './latency';
import { withSite } from './with-site';

/** Posts that the site has before. */
const BEFORE = 2_000;

/** The first requests and the first saves of a process are slow whatever else goes on; in milliseconds. */
const WARM_UP = 10_000;

/** How long the site is asked while nothing else goes on; in milliseconds. */
const IDLE = 5_000;

/** What readers and editors met beside an import, and what it came to. */
type Figures = Beside & { readonly created: number; readonly refusals: readonly string[] };

/** What both ways to import come to on one site; in milliseconds. */
interface SiteFigures {
  readonly idle: VisitsLatency;
  readonly command: Figures;
  readonly page: Figures & Pick<ImportByPage, 'page'>;
}

export interface ByPageFigures {
  readonly posts: number;
  readonly databases: Readonly<Partial<Record<DatabaseName, SiteFigures>>>;
}

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

interface Imported {
  readonly seconds: number;
  readonly created: number;
}

const figuresOf = (met: Met & { readonly result: Imported }): Figures => ({
  ...besideOf([met]),
  created: met.result.created,
  refusals: met.actions.flatMap(({ refusal }) => refusal ?? []),
});

const measure = (name: DatabaseName, folder: string): Promise<SiteFigures> =>
  withSite(
    name,
    path.join(folder, 'before'),
    async (site, database) => {
      const posts = path.join(folder, 'new', 'bench');
      const editor = await signUp(site.url);
      await meet(site, editor, pause(WARM_UP));
      const idle = await meet(site, null, pause(IDLE));
      say(`${name}: the command imports …`);
      const byCommand = await meet(
        site,
        editor,
        runStep<ImportFigures>('step-import', database, [posts])
      );
      const command = figuresOf(byCommand);
      say(JSON.stringify(command));
      await runStep('live/step-rollback', database, [String(byCommand.result.run)]);
      await pause(IDLE);
      say(`${name}: the page imports …`);
      const byPage = await meet(site, editor, importByPage(site.url, editor, posts));
      const page = { ...figuresOf(byPage), page: byPage.result.page };
      say(JSON.stringify(page));
      return { idle: latencyOfVisits([idle.visitors]), command, page };
    },
    {
      ARCHIVES_FOLDER: path.join(folder, 'storage'),
      ARCHIVES_ROOTS: path.join(folder, 'new'),
    }
  );

/**
 * Measures how long readers and editors wait while the same posts are imported by the command, and by the
 * Archives page: both on one site, one after the other.
 */
export const benchByPage = async (
  posts: number,
  databases: readonly DatabaseName[]
): Promise<ByPageFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  try {
    say(`making archives of ${posts} posts …`);
    await makeArchive(path.join(folder, 'before'), BEFORE, posts);
    await makeArchive(path.join(folder, 'new', 'bench'), posts);
    const figures: Partial<Record<DatabaseName, SiteFigures>> = {};
    for (const name of databases) figures[name] = await measure(name, folder);
    return { posts, databases: figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
