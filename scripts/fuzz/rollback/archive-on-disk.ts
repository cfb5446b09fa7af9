import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content } from './model/content';
import { firstContent, postText, valueOf } from './post-text';
import { POSTS, type Step } from './steps';

const FOLDERS = ['_posts', 'old_post'] as const;

interface Place {
  folder: number;
  name: number;
}

const pathOf = (number: number, { folder, name }: Place): string =>
  `${FOLDERS[folder] ?? ''}/2022-03-03-post-${number}${name === 0 ? '' : '-again'}.md`;

/** An archive whose files are changed by steps, and noted in the model. */
export class ArchiveOnDisk {
  readonly #places: Place[] = Array.from({ length: POSTS }, () => ({ folder: 0, name: 0 }));
  readonly #contents: Content[] = Array.from({ length: POSTS }, (_, post) => firstContent(post));

  private constructor(
    readonly root: string,
    readonly files: Map<string, Content>
  ) {}

  /** Makes an archive without posts. */
  static async make(files: Map<string, Content>): Promise<ArchiveOnDisk> {
    const root = await mkdtemp(path.join(tmpdir(), 'broadsheet-sequence-'));
    await writeFile(path.join(root, '_config.yml'), 'timezone: Asia/Shanghai\n');
    for (const folder of FOLDERS) await mkdir(path.join(root, folder));
    return new ArchiveOnDisk(root, files);
  }

  drop(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }

  /** Writes, moves, renames or removes a file. */
  async change(step: Extract<Step, { post: number }>): Promise<void> {
    const { files } = this;
    const place = this.#places[step.post] ?? { folder: 0, name: 0 };
    const from = pathOf(step.post, place);
    const content = files.get(from);
    if (step.kind === 'write') {
      const next = { ...(this.#contents[step.post] as Content), [step.name]: valueOf(step) };
      this.#contents[step.post] = next;
      files.set(from, next);
      return writeFile(path.join(this.root, from), postText(next));
    }
    if (step.kind === 'move') place.folder = 1 - place.folder;
    if (step.kind === 'rename') place.name = 1 - place.name;
    if (content === undefined) return;
    files.delete(from);
    if (step.kind === 'remove') return rm(path.join(this.root, from));
    const to = pathOf(step.post, place);
    files.set(to, content);
    return rename(path.join(this.root, from), path.join(this.root, to));
  }
}
