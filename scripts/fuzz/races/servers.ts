import { type Answer, ask, type Asked } from '../../site/ask';
import { makeApiToken, signUp } from '../../site/editor';
import { type Site, startSite } from '../../site/start-site';

/** Two server processes on one database, an editor who is signed in, and an API token. */
export interface Servers {
  /** One of them; started again where it has ended. */
  site(process: number): Promise<Site>;
  /** Asks both processes, started again where they end meanwhile; answers with the first's answer. */
  askBoth<Reply>(name: string, question?: unknown): Promise<Reply>;
  /** How those ended that have ended since this was asked last. */
  endings(): readonly string[];
  /** Asks the panel's side, as the editor. */
  panel(process: number, path: string, asked: Omit<Asked, 'token'>): Promise<Answer>;
  /** Asks the API, with the token. */
  api(process: number, path: string, asked: Omit<Asked, 'token'>): Promise<Answer>;
  stop(): Promise<void>;
}

const STEP = 'fuzz/races/step-serve';

export const startServers = async (database: string): Promise<Servers> => {
  const start = (): Promise<Site> => startSite(STEP, database, { output: 'kept' });
  // One after the other: both would make the tables.
  const sites = [await start(), await start()];
  const url = (process: number): string => sites[process]?.url ?? '';
  const editor = await signUp(url(0));
  const token = await makeApiToken(url(0), editor);
  const endings: string[] = [];
  const siteOf = async (process: number): Promise<Site> => {
    const site = sites[process];
    const ending = site?.ending() ?? null;
    if (site !== undefined && ending === null) return site;
    if (ending !== null) endings.push(ending);
    return (sites[process] = await start());
  };
  const askSite = async <Reply>(
    process: number,
    name: string,
    question: unknown
  ): Promise<Reply> => {
    for (;;) {
      const site = await siteOf(process);
      try {
        return await site.ask<Reply>(name, question);
      } catch (error) {
        if (site.ending() === null) throw error;
      }
    }
  };
  return {
    site: siteOf,
    async askBoth<Reply>(name: string, question?: unknown) {
      const [first] = await Promise.all([
        askSite<Reply>(0, name, question),
        askSite<Reply>(1, name, question),
      ]);
      return first;
    },
    endings: () => endings.splice(0),
    panel: (process, path, asked) => editor.send(url(process), path, asked),
    api: (process, path, asked) => ask(`${url(process)}${path}`, { ...asked, token }),
    async stop() {
      for (const site of sites) await site.stop();
    },
  };
};
