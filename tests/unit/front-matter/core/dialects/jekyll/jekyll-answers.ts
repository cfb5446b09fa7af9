import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Archive } from '../../../../../../src/plugins/front-matter/server/src/archive/archive';
import { openArchive } from '../../../../../../src/plugins/front-matter/server/src/archive/open-archive';
import { sha256 } from './sha256';

/** One line of what Jekyll says a post is. */
export interface JekyllAnswer {
  readonly path: string;
  readonly readable: boolean;
  readonly date: string;
  readonly draft: boolean;
  readonly excerpt?: string | null;
  /** False where Debian's Jekyll, which reads YAML by Psych, says otherwise than upstream's. */
  readonly same_by_psych?: boolean;
  readonly [key: string]: unknown;
}

/** What both sides are compared in. */
const KEYS = [
  'path',
  'title',
  'date',
  'slug',
  'categories',
  'tags',
  'draft',
  'published',
  'url',
  'content_sha256',
] as const;

export const FIXTURES = path.join(__dirname, '../../../../../fixtures/jekyll');

export function readAnswers(file: string): JekyllAnswer[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JekyllAnswer);
}

const open = (folder: string): Promise<Archive> =>
  openArchive(folder, { dialect: 'jekyll', posts: [], timezone: 'UTC' });

/** What we make of the archive's posts, in the form of Jekyll's answers, by path. */
export async function ourAnswers(folder: string): Promise<Map<string, JekyllAnswer>> {
  const archive = await open(folder);
  const answers = new Map<string, JekyllAnswer>();
  for await (const entry of archive.entries()) {
    const reading = archive.read(entry);
    if (!('post' in reading)) continue;
    const { post } = reading;
    const shown = archive.generatorPath(reading.path);
    answers.set(shown, {
      path: shown,
      readable: true,
      ...post.asGenerated,
      date: post.date ?? '',
      draft: post.draft,
      published: post.published,
      url: post.url,
      content_sha256: sha256(post.content),
      excerpt: post.excerpt,
    });
  }
  return answers;
}

/** The keys in which an answer is compared; a draft's date may be its file's, which a clone changes. */
export function comparable(answer: JekyllAnswer | undefined): Record<string, unknown> {
  const compared = KEYS.filter((key) => key !== 'date' || answer?.draft !== true);
  const values = Object.fromEntries(compared.map((key) => [key, answer?.[key]]));
  // A draft may be dated by its file's time, which no copy of an archive keeps.
  return answer?.draft === true && typeof answer.url === 'string'
    ? { ...values, url: answer.url.replace(/\d+/g, '0') }
    : values;
}
