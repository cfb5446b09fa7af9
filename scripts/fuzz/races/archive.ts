import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportIssue } from '../../site/import-options';

/** An archive as the importer is asked for it. */
export interface Archive {
  readonly location: string;
  readonly name: string;
}

/** What came of an import. */
export interface Imported {
  readonly run: number | null;
  readonly updated: number;
  readonly issues: readonly ImportIssue[];
}

/** A post's file: its path in its archive, and what stays the same in it. */
export interface PostFile {
  readonly archive: Archive;
  readonly path: string;
  readonly title: string;
  /** False where the file says that the post is a draft. */
  readonly isPublished: boolean;
}

/** Writes a file with a new body. */
export const writePost = (file: PostFile, body: string): Promise<void> =>
  writeFile(
    path.join(file.archive.location, file.path),
    [
      '---',
      `title: ${file.title}`,
      'date: 2022-03-03 08:35:15 +0800',
      'categories: news',
      'tags: [first, second]',
      ...(file.isPublished ? [] : ['published: false']),
      '---',
      body,
      '',
    ].join('\n')
  );

/** Makes the folder of an archive that has no posts yet. */
export const makeArchiveFolder = async (name: string): Promise<Archive> => {
  const location = await mkdtemp(path.join(tmpdir(), `broadsheet-${name}-`));
  await mkdir(path.join(location, '_posts'));
  await writeFile(path.join(location, '_config.yml'), 'timezone: Asia/Shanghai\n');
  return { location, name };
};

export const removeArchiveFolder = ({ location }: Archive): Promise<void> =>
  rm(location, { recursive: true, force: true });
