import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The parts of a post's file that tests care about. */
export interface PostParts {
  readonly title?: string;
  readonly date?: string;
  readonly categories?: string;
  readonly tags?: string;
  readonly body?: string;
  /** Further lines of the header. */
  readonly header?: readonly string[];
}

/** A post's file as the reference archive has them. */
export const postText = (parts: PostParts = {}): string =>
  [
    '---',
    'layout: post',
    `title: "${parts.title ?? '开工第一天'}"`,
    `date: ${parts.date ?? '2022-03-03 08:35:15 +0800'}`,
    `categories: ${parts.categories ?? 'linjiangribao'}`,
    `tags: ${parts.tags ?? '临江日报新闻'}`,
    ...(parts.header ?? []),
    '---',
    parts.body ?? '<p>正文</p>',
  ].join('\n');

/** An archive on disk that a test writes, moves and deletes files of. */
export interface ArchiveFolder {
  readonly root: string;
  write(file: string, text: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  drop(): Promise<void>;
}

export const archiveFolder = async (): Promise<ArchiveFolder> => {
  const root = await mkdtemp(path.join(tmpdir(), 'broadsheet-archive-'));
  const full = async (file: string): Promise<string> => {
    const target = path.join(root, file);
    await mkdir(path.dirname(target), { recursive: true });
    return target;
  };
  const write = async (file: string, text: string) => writeFile(await full(file), text);
  await write('_config.yml', 'timezone: Asia/Shanghai\n');
  return {
    root,
    write,
    move: async (from, to) => rename(await full(from), await full(to)),
    remove: async (file) => rm(await full(file)),
    drop: () => rm(root, { recursive: true, force: true }),
  };
};
