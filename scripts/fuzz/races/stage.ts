import type { Site } from '../../site/start-site';
import {
  type Archive,
  makeArchiveFolder,
  type PostFile,
  removeArchiveFolder,
  writePost,
} from './archive';
import type { PostDocument } from './model';
import type { Start } from './plan';
import { POST } from './operations';
import type { Servers } from './servers';

/** A document that is ready to be raced. */
export interface Staged {
  readonly documentId: string;
  readonly file: PostFile;
  readonly state: PostDocument;
}

/** Posts that are imported at a time: an import that is raced goes through so many files. */
const POOL = 60;

/** Every third post's file says that it is a draft. */
const DRAFTS = 3;

interface Pooled {
  readonly documentId: string;
  readonly file: PostFile;
  readonly body: string;
}

/** Imports posts in advance, and brings each to the state that a race begins with. */
export const stage = (servers: Servers) => {
  const folders: Archive[] = [];
  const pools: Record<'draft' | 'published', Pooled[]> = { draft: [], published: [] };

  const fill = async (site: Site): Promise<void> => {
    const archive = await makeArchiveFolder(`races-${folders.length}`);
    folders.push(archive);
    const files = Array.from(
      { length: POOL },
      (_, index): PostFile & { readonly body: string } => ({
        archive,
        path: `_posts/2022-03-03-post-${folders.length}-${index}.md`,
        title: `title-${folders.length}-${index}`,
        isPublished: index % DRAFTS !== 0,
        body: `body-${folders.length}-${index}`,
      })
    );
    for (const file of files) await writePost(file, file.body);
    await site.ask('import', archive);
    const documents = await site.ask<Record<string, string>>('documents', archive.name);
    pools.draft = [];
    pools.published = [];
    for (const file of files) {
      const documentId = documents[file.path];
      if (documentId === undefined) throw new Error(`${file.path} was not imported`);
      pools[file.isPublished ? 'published' : 'draft'].push({ documentId, file, body: file.body });
    }
  };

  const take = async (kind: 'draft' | 'published'): Promise<Pooled> => {
    const pooled = pools[kind].pop();
    if (pooled !== undefined) return pooled;
    await fill(await servers.site(0));
    return take(kind);
  };

  return {
    async next(start: Start): Promise<Staged> {
      const { documentId, file, body } = await take(start === 'draft' ? 'draft' : 'published');
      const imported = { title: file.title, body };
      const state: PostDocument = {
        draft: imported,
        published: start === 'draft' ? null : imported,
        imported: body,
        redirects: [],
      };
      if (start !== 'changed') return { documentId, file, state };
      const title = `${file.title}-changed`;
      const path = `/content-manager/collection-types/${POST}/${documentId}`;
      const { status, text } = await servers.panel(0, path, { method: 'PUT', body: { title } });
      if (status !== 200) throw new Error(`The start could not be saved: ${status} ${text}`);
      return { documentId, file, state: { ...state, draft: { ...imported, title } } };
    },
    async clear(): Promise<void> {
      for (const folder of folders) await removeArchiveFolder(folder);
    },
  };
};

export type Stage = ReturnType<typeof stage>;
