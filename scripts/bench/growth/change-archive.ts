import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makePost } from '../../make-archive/make-post';

/** Every so many files one is changed. */
export const EVERY = 10;

/** Gives every tenth file of a made archive another title and another body. */
export const changeArchive = async (folder: string, posts: number): Promise<void> => {
  for (let index = 0; index < posts; index += EVERY) {
    const { path: file, text } = makePost(index);
    const changed = text
      .replace(/\ntitle: "/, '\ntitle: "更正：')
      .replace(/\ntags: .*\n---\n/, (end) => `${end}<p>本文已更正。</p>\n\n`);
    await writeFile(path.join(folder, file), changed);
  }
};
