import { type Answer, ask, type Asked } from '../../site/ask';
import { makeApiToken, signUp } from '../../site/editor';
import { type Site, startSite } from '../../site/start-site';

/** Two server processes on one database, an editor who is signed in, and an API token. */
export interface Servers {
  /** One of them; started again where it has ended. */
  site(process: number): Promise<Site>;
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
  const start = (): Promise<Site> => startSite(STEP, database, 'kept');
  // One after the other: both would make the tables.
  const sites = [await start(), await start()];
  const told = new Set<Site>();
  const url = (process: number): string => sites[process]?.url ?? '';
  const editor = await signUp(url(0));
  const token = await makeApiToken(url(0), editor);
  return {
    async site(process) {
      const site = sites[process];
      if (site !== undefined && site.ending() === null) return site;
      return (sites[process] = await start());
    },
    endings() {
      return sites.flatMap((site) => {
        const ending = site.ending();
        if (ending === null || told.has(site)) return [];
        told.add(site);
        return [ending];
      });
    },
    panel: (process, path, asked) => editor.send(url(process), path, asked),
    api: (process, path, asked) => ask(`${url(process)}${path}`, { ...asked, token }),
    async stop() {
      for (const site of sites) await site.stop();
    },
  };
};
