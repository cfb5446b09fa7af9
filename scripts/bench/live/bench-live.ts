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
import { changeArchive } from './change-archive';
import { type Action, type ActionFigures, figuresByKind, figuresOf } from './editors';
import { latencyOfVisits, type VisitsLatency } from './latency';
import type { ToImport } from './step-serve';
import { withSite } from './with-site';

/** Posts that the site has before. */
const BEFORE = 2_000;

/** How long the site is asked while nothing else goes on; in milliseconds. */
const IDLE = 5_000;

/** Fewer actions of editors say little: it all goes on again until there were so many. */
const ACTIONS = 1_000;

/** The first requests and the first saves of a process are slow whatever else goes on; in milliseconds. */
const WARM_UP = 10_000;

/** Refusals that are told in words. */
const SHOWN = 5;

/** What a benchmark of a live site comes to on one database; in milliseconds. */
interface SiteFigures {
  /** `GET /api/posts` while nothing else goes on. */
  readonly idle: VisitsLatency;
  /** The same while the server itself imports. */
  readonly inside: VisitsLatency & { readonly seconds: number };
  /** While another process imports new posts, imports them changed, and undoes that they are there. */
  readonly beside: {
    readonly created: Beside;
    readonly changed: Beside;
    readonly undone: Beside;
  };
  /** Of all that editors did beside it. */
  readonly actions: ActionFigures & {
    readonly kinds: Readonly<Record<string, ActionFigures>>;
    readonly refusals: readonly string[];
  };
}

export interface LiveFigures {
  readonly posts: number;
  readonly databases: Readonly<Partial<Record<DatabaseName, SiteFigures>>>;
}

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/** Folders of archives. */
interface Archives {
  readonly before: string;
  readonly posts: string;
  readonly changed: string;
}

const measureInside = (name: DatabaseName, archives: Archives) =>
  withSite(name, archives.before, async (site) => {
    await meet(site, null, pause(WARM_UP));
    const idle = await meet(site, null, pause(IDLE));
    const toImport: ToImport = { location: archives.posts, name: 'bench' };
    const { visitors, result } = await meet(
      site,
      null,
      site.ask<ImportFigures>('import', toImport)
    );
    return {
      idle: latencyOfVisits([idle.visitors]),
      inside: { ...latencyOfVisits([visitors]), seconds: result.seconds },
    };
  });

type MetBeside = Met & { readonly result: { readonly seconds: number } };

const measureBeside = (name: DatabaseName, archives: Archives) =>
  withSite(name, archives.before, async (site, database) => {
    const editor = await signUp(site.url);
    await meet(site, editor, pause(WARM_UP));
    const met: Record<'created' | 'changed' | 'undone', MetBeside[]> = {
      created: [],
      changed: [],
      undone: [],
    };
    const importing = (location: string): Promise<ImportFigures> =>
      runStep('step-import', database, [location]);
    const actions: Action[] = [];
    while (actions.length < ACTIONS) {
      const created = await meet(site, editor, importing(archives.posts));
      say(`${name}: created; ${JSON.stringify(besideOf([created]))}`);
      const changed = await meet(site, editor, importing(archives.changed));
      say(`${name}: changed; ${JSON.stringify(besideOf([changed]))}`);
      const undone = await meet(
        site,
        editor,
        runStep<{ readonly seconds: number }>('live/step-rollback', database, [
          String(changed.result.run),
          String(created.result.run),
        ])
      );
      say(`${name}: undone; ${JSON.stringify(besideOf([undone]))}`);
      met.created.push(created);
      met.changed.push(changed);
      met.undone.push(undone);
      actions.push(...created.actions, ...changed.actions, ...undone.actions);
      say(`${name}: ${actions.length} actions; ${JSON.stringify(figuresOf(actions))}`);
    }
    const refusals = actions.flatMap(({ refusal }) => refusal ?? []);
    return {
      beside: {
        created: besideOf(met.created),
        changed: besideOf(met.changed),
        undone: besideOf(met.undone),
      },
      actions: {
        ...figuresOf(actions),
        kinds: figuresByKind(actions),
        refusals: refusals.slice(0, SHOWN),
      },
    };
  });

/** Measures how long readers and editors of a site wait while posts are imported and undone. */
export const benchLive = async (
  posts: number,
  databases: readonly DatabaseName[]
): Promise<LiveFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const archives: Archives = {
    before: path.join(folder, 'before'),
    posts: path.join(folder, 'new', 'bench'),
    changed: path.join(folder, 'changed', 'bench'),
  };
  try {
    say(`making archives of ${posts} posts …`);
    await makeArchive(archives.before, BEFORE, posts);
    await makeArchive(archives.posts, posts);
    await makeArchive(archives.changed, posts);
    await changeArchive(archives.changed, '<p>更正</p>');
    const figures: Partial<Record<DatabaseName, SiteFigures>> = {};
    for (const name of databases) {
      say(`${name}: reading while the server imports …`);
      const inside = await measureInside(name, archives);
      say(JSON.stringify(inside));
      say(`${name}: reading and editing while another process imports, imports again, undoes …`);
      figures[name] = { ...inside, ...(await measureBeside(name, archives)) };
      say(JSON.stringify(figures[name]));
    }
    return { posts, databases: figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
