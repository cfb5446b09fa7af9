import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makePost } from './make-post';

const CONFIG = 'title: 产经消息\ntimezone: Asia/Shanghai\nurl: https://news.example\n';

/** Files written at a time. */
const TOGETHER = 64;

/**
 * Writes an archive like the reference one, of any size and in every shape of it. The same size
 * gives the same bytes, and a larger archive begins with a smaller one.
 *
 * @param first the number of the first post: archives that have no number in common share no post
 */
export const makeArchive = async (folder: string, posts: number, first = 0): Promise<void> => {
  await mkdir(path.join(folder, '_posts'), { recursive: true });
  await writeFile(path.join(folder, '_config.yml'), CONFIG);
  for (let start = 0; start < posts; start += TOGETHER) {
    const indexes = Array.from(
      { length: Math.min(TOGETHER, posts - start) },
      (_, offset) => first + start + offset
    );
    await Promise.all(
      indexes.map((index) => {
        const { path: file, text } = makePost(index);
        return writeFile(path.join(folder, file), text);
      })
    );
  }
};
