import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The closing line of a header. */
const CLOSING = '\n---\n';

/** Files changed at a time. */
const TOGETHER = 64;

/** Puts a paragraph at the head of every post of an archive. */
export const changeArchive = async (folder: string, paragraph: string): Promise<void> => {
  const posts = path.join(folder, '_posts');
  const names = await readdir(posts);
  const change = async (name: string): Promise<void> => {
    const file = path.join(posts, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(CLOSING, `${CLOSING}${paragraph}\n\n`));
  };
  for (let start = 0; start < names.length; start += TOGETHER) {
    await Promise.all(names.slice(start, start + TOGETHER).map(change));
  }
};
