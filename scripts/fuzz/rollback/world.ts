import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Importer } from '../../../src/plugins/front-matter/server/src/services/importer';
import { assertSame } from './assert-same';
import { type Content, type Document, Model, permalinkOf, SHARED_SLUG, type Term } from './model';
import { POSTS, type Step } from './steps';

export const POST = 'api::post.post';
export const CATEGORY = 'api::category.category';

const FOLDERS = ['_posts', 'old_post'] as const;

interface Place {
  folder: number;
  name: number;
}

const pathOf = (number: number, { folder, name }: Place): string =>
  `${FOLDERS[folder] ?? ''}/2022-03-03-post-${number}${name === 0 ? '' : '-again'}.md`;

/** The letters that a body is written in: no two bodies have five neighbouring characters in common. */
const LETTERS: Readonly<Record<string, string>> = { A: 'abcdefgh', B: 'ijklmnop', C: 'qrstuvwx' };

/** How many words a body has: enough to know it again by. */
const WORDS = 48;

const bodyOf = (text: string, post: number): string => {
  const letters = LETTERS[text] ?? '';
  return Array.from({ length: WORDS }, (_, word) =>
    [word, word >> 3, word * 5 + 2, word * word]
      .map((place) => `${letters[place % letters.length] ?? ''}${post}`)
      .join('')
  ).join(' ');
};

/** The hours of a day that stand for the dates of files. */
const HOURS: Readonly<Record<string, string>> = { A: '08', B: '09', C: '10' };

const textOf = (content: Content): string => {
  const { title, category, body, date, permalink } = content;
  return [
    '---',
    'layout: post',
    `title: "${title}"`,
    `date: 2022-03-03 ${HOURS[date] ?? ''}:35:15 +0800`,
    `categories: ${category}`,
    ...(permalinkOf(content) === '' ? [] : [`permalink: ${permalinkOf(content)}`]),
    ...(permalink === 'C' ? [`slug: ${SHARED_SLUG}`] : []),
    '---',
    body,
  ].join('\n');
};

/** What a step writes. */
const valueOf = ({ name, text, post }: Extract<Step, { kind: 'write' }>): string => {
  switch (name) {
    case 'category':
      return text.toLowerCase();
    case 'date':
    case 'permalink':
      return text;
    case 'body':
      return bodyOf(text, post);
    case 'title':
      return `${text}${post}`;
  }
};

/** Which of two documents an editor then means is nobody's to say: these are left alone. */
const isSuccessor = (term: Term, other: Term): boolean =>
  other.value === term.value && other.state === 'removed';

/** An archive on disk, a site, and the model of what is to become of both. */
export class World {
  readonly model = new Model();
  readonly #places: Place[] = Array.from({ length: POSTS }, () => ({ folder: 0, name: 0 }));
  readonly #contents: Content[] = Array.from({ length: POSTS }, (_, number) => ({
    title: `A${number}`,
    category: 'a',
    body: bodyOf('A', number),
    date: 'A',
    permalink: 'A',
  }));

  private constructor(
    readonly strapi: Core.Strapi,
    readonly root: string
  ) {}

  /** Makes an empty archive, and empties the site. */
  static async make(strapi: Core.Strapi): Promise<World> {
    const ledger = ['record', 'run', 'change', 'term', 'contest'].map(
      (name) => `plugin::front-matter.${name}`
    );
    for (const uid of [POST, CATEGORY, 'api::tag.tag', 'plugin::permalinks.address', ...ledger]) {
      await strapi.db.query(uid).deleteMany({});
    }
    const world = new World(strapi, await mkdtemp(path.join(tmpdir(), 'broadsheet-sequence-')));
    await writeFile(path.join(world.root, '_config.yml'), 'timezone: Asia/Shanghai\n');
    for (const folder of FOLDERS) await mkdir(path.join(world.root, folder));
    return world;
  }

  drop(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }

  async act(step: Step): Promise<void> {
    switch (step.kind) {
      case 'import':
        return this.#import(step.overwrites);
      case 'rollback':
        return this.#rollback(step.run);
      case 'rename-term':
      case 'delete-term':
        return this.#changeTerm(step);
      case 'write':
      case 'move':
      case 'rename':
      case 'remove':
        return this.#changeFile(step);
      default:
        return this.#edit(step);
    }
  }

  get #importer(): Importer {
    return this.strapi.service('plugin::front-matter.importer') as Importer;
  }

  async #changeFile(step: Extract<Step, { post: number }>): Promise<void> {
    const { files } = this.model;
    const place = this.#places[step.post] ?? { folder: 0, name: 0 };
    const from = pathOf(step.post, place);
    const content = files.get(from);
    if (step.kind === 'write') {
      const next = {
        ...(this.#contents[step.post] as Content),
        [step.name]: valueOf(step),
      };
      this.#contents[step.post] = next;
      files.set(from, next);
      return writeFile(path.join(this.root, from), textOf(next));
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

  async #edit(step: Extract<Step, { document: number }>): Promise<void> {
    const living = this.model.living();
    const document = living[step.document % Math.max(living.length, 1)];
    if (document === undefined) return;
    const documents = this.strapi.documents(POST);
    const { id: documentId } = document;
    const isPublic = this.model.rows(document).published !== null;
    switch (step.kind) {
      case 'update':
        await documents.update({ documentId, data: { [step.name]: step.text } });
        return this.model.update(document, step.name, step.text);
      case 'publish':
        await documents.publish({ documentId });
        return this.model.publish(document);
      case 'unpublish':
        if (!isPublic) return;
        await documents.unpublish({ documentId });
        return this.model.unpublish(document);
      case 'discard':
        if (!isPublic) return;
        await documents.discardDraft({ documentId });
        return this.model.discard(document);
      case 'delete':
        await documents.delete({ documentId });
        document.isDeleted = true;
        // Until the next run nobody has what it had.
        if (this.model.owner === document) this.model.owner = null;
    }
  }

  async #changeTerm({ kind, term: number }: Extract<Step, { term: number }>): Promise<void> {
    const living = this.model.terms.filter(({ state }) => state === 'there');
    const term = living[number % Math.max(living.length, 1)];
    if (term === undefined) return;
    const documents = this.strapi.documents(CATEGORY);
    const { id: documentId } = term;
    if (kind === 'rename-term') {
      const data: object = { name: `编者的 ${term.value}` };
      await documents.update({ documentId, data });
      term.isEdited = true;
    } else if (!this.model.terms.some((other) => isSuccessor(term, other))) {
      await documents.delete({ documentId });
      term.state = 'deleted';
    }
  }

  async #import(overwrites: boolean): Promise<void> {
    // A folder without posts is no archive.
    if (this.model.files.size === 0) return;
    const reading = { dialect: 'auto', posts: ['old_post'], timezone: null } as const;
    const report = await this.#importer.import({
      archive: await this.#importer.open(this.root, reading),
      reading,
      name: 'archive',
      locale: null,
      dryRun: false,
      onConflict: overwrites ? 'overwrite' : 'keep',
      unpublishMissing: false,
      signal: new AbortController().signal,
      onIssue: () => undefined,
      onProgress: () => undefined,
    });
    const { created, updated, unchanged, conflicts, quarantined, skipped } = report;
    const all = created + updated + unchanged + conflicts + quarantined + skipped;
    assertSame('the files found', [report.found, all], [this.model.files.size, all]);
    this.model.import(report.run ?? 0, overwrites);
    await this.#learnIds();
  }

  async #rollback(number: number): Promise<void> {
    const { runs } = this.model;
    const undone = runs[number % Math.max(runs.length, 1)];
    if (undone === undefined) return;
    const by = this.model.undoing(undone);
    const report = await this.#importer.rollback({
      run: undone,
      signal: new AbortController().signal,
      onIssue: () => undefined,
    });
    assertSame('a run is undone once', report.undoneAt !== null, by !== null);
    if (by === null) this.model.rollback(report.run, undone);
    else assertSame('the run that undid it', report.run, by);
  }

  /** Documents and terms that were made get their ids from the ledger, once. */
  async #learnIds(): Promise<void> {
    const { db } = this.strapi;
    const records: { path: string; targetDocumentId: string }[] = await db
      .query('plugin::front-matter.record')
      .findMany({});
    for (const document of this.model.known().filter(({ id }) => id === '')) {
      const record = records.find((known) => known.path === document.path);
      (document as Document).id = record?.targetDocumentId ?? '';
    }
    const terms: { kind: string; value: string; targetDocumentId: string }[] = await db
      .query('plugin::front-matter.term')
      .findMany({ where: { kind: 'categories' } });
    for (const term of this.model.terms.filter(({ id }) => id === '')) {
      const row = terms.find(({ value }) => value === term.value);
      (term as Term).id = row?.targetDocumentId ?? '';
    }
  }
}
