import type { Dialect } from '../../../../../src/plugins/front-matter/server/src/core/dialects/dialect';
import { readSafely } from '../../../../../src/plugins/front-matter/server/src/core/dialects/read-safely';

/** Texts under `notes/`, whose first line is the title: all that a dialect has to say. */
export const notes: Dialect = {
  name: 'notes',
  title: 'Notes',
  version: 1,
  postFolders: ['notes'],
  configuration: null,
  configure: (_, { timezone, machineZone }) => ({
    source: null,
    timezone: timezone ?? machineZone,
    issues: [],
    selection: {
      enters: (folder) => folder.startsWith('notes'),
      takes: (file) => file.startsWith('notes/') && file.endsWith('.txt'),
    },
    recognise: ({ files }) => ([...files].length > 0 ? 'surely' : null),
    readEntry: readSafely(({ path, bytes }) => {
      const [title = '', ...rest] = new TextDecoder('utf-8', { fatal: true })
        .decode(bytes)
        .split('\n');
      const content = rest.join('\n');
      const slug = path.slice(path.lastIndexOf('/') + 1, -'.txt'.length);
      return {
        status: 'ok',
        file: { encoding: 'utf-8', bom: false, header: `${title}\n` },
        placeOf: (key) => (key === 'title' ? { line: 1, column: 1 } : null),
        issues: [],
        post: {
          ...{ title, slug, content, frontMatter: { title } },
          ...{ date: null, url: null, excerpt: null, redirectFrom: [], redirectTo: null },
          ...{ categories: [], categoryPaths: [], tags: [] },
          ...{ draft: false, published: true, hiddenUntilDate: false },
          asGenerated: { title, slug, categories: [], tags: [] },
          translation: { language: null, shared: null, path },
        },
      };
    }),
    generatorPath: (path) => path.slice('notes/'.length),
  }),
};
