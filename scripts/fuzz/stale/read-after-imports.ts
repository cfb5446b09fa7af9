import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Imported } from '../races/archive';
import type { Servers } from '../races/servers';
import { note, type Tally, visit } from './tally';

const LIST = '/api/posts?sort=date:desc&populate=*';

const textOf = (title: string): string =>
  `---\ntitle: "${title}"\ndate: 2022-06-17 08:35:15 +0800\ncategories: news\n---\n正文\n`;

/** Imports by one process, again and again, what another one has answered with; and undoes every second run. */
export const readAfterImports = async (servers: Servers, imports: number): Promise<Tally> => {
  const tally: Tally = { reads: 0, old: 0 };
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-stale-'));
  const importer = await servers.site(1);
  try {
    await mkdir(path.join(folder, '_posts'));
    let before = '';
    const look = async (title: string): Promise<void> => {
      for (let time = 0; time < 3; time += 1) {
        note(tally, await visit(servers, 0, LIST), LIST, title);
      }
    };
    for (let turn = 0; turn < imports; turn += 1) {
      const title = `import ${turn}`;
      await writeFile(path.join(folder, '_posts', '2022-06-17-a.md'), textOf(title));
      const { run } = await importer.ask<Imported>('import', { location: folder, name: 'stale' });
      await look(title);
      if (turn % 2 === 0 || run === null) before = title;
      else {
        await importer.ask('rollBack', run);
        await look(before);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return tally;
};
