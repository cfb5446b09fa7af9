import type {
  Archive,
  ArchiveError,
  OpenOptions,
} from '../../../../../src/plugins/front-matter/server/src/archive/archive';
import { openArchive } from '../../../../../src/plugins/front-matter/server/src/archive/open-archive';
import {
  choicesOf,
  DIALECTS,
} from '../../../../../src/plugins/front-matter/server/src/core/dialects/list';
import { makeFolder } from '../../archive/make-folder';
import { notes } from './notes';

const dialects = [...DIALECTS, notes];

const open = (root: string, options: Partial<OpenOptions> = {}): Promise<Archive> =>
  openArchive(root, { dialect: 'auto', posts: [], timezone: 'UTC', ...options }, { dialects });

const failure = (root: string, options: Partial<OpenOptions> = {}): Promise<string> =>
  open(root, options).then(
    ({ dialect }) => `opened as ${dialect}`,
    ({ code, message }: ArchiveError) => `${code}: ${message.replace(root, 'SITE')}`
  );

const NOTES = { 'notes/b.txt': 'Second\nbody', 'notes/a/a.txt': 'First\n', 'notes/x.md': 'x' };
const POST = '---\ntitle: x\n---\nbody\n';

describe('a dialect that is in the list and nowhere else', () => {
  it('has its archives opened, listed and read', async () => {
    const archive = await open(makeFolder(NOTES).root);
    expect(archive).toMatchObject({ dialect: 'notes', timezone: 'UTC', found: 2, issues: [] });
    expect([...archive.files.paths()]).toEqual(['notes/a/a.txt', 'notes/b.txt']);
    const read: unknown[] = [];
    for await (const entry of archive.entries()) read.push(archive.read(entry));
    expect(read).toMatchObject([
      { path: 'notes/a/a.txt', status: 'ok', post: { title: 'First', slug: 'a', content: '' } },
      { path: 'notes/b.txt', status: 'ok', post: { title: 'Second', content: 'body' } },
    ]);
    expect(archive.generatorPath('notes/b.txt')).toBe('b.txt');
  });

  it('is offered beside the others', () => {
    expect(choicesOf(dialects)).toEqual(['auto', 'jekyll', 'notes']);
  });

  it('has what fails said of the file alone', async () => {
    const archive = await open(makeFolder({ 'notes/a.txt': Buffer.from([0xff]) }).root);
    for await (const entry of archive.entries()) {
      expect(archive.read(entry)).toMatchObject({
        path: 'notes/a.txt',
        status: 'quarantined',
        issues: [{ code: 'READER_FAILED' }],
      });
    }
  });

  it('makes another fingerprint of the same archive', async () => {
    const { root } = makeFolder({ ...NOTES, '_posts/2021-01-01-a.md': POST });
    const asNotes = await open(root, { dialect: 'notes' });
    const asJekyll = await open(root, { dialect: 'jekyll' });
    expect(asNotes.fingerprint).not.toBe(asJekyll.fingerprint);
    expect([asNotes.found, asJekyll.found]).toEqual([2, 1]);
  });
});

describe('an archive that may be of several dialects', () => {
  it('is of the first one that is sure', async () => {
    const both = { ...NOTES, '_posts/2021-01-01-a.md': POST };
    expect(await open(makeFolder(both).root)).toMatchObject({ dialect: 'jekyll' });
    const undated = { ...NOTES, '_posts/a.md': POST };
    expect(await open(makeFolder(undated).root)).toMatchObject({ dialect: 'notes' });
  });

  it('is of the one that is sure, though another cannot use its configuration', async () => {
    const { root } = makeFolder({ ...NOTES, '_config.yml': 'a: b: c' });
    expect(await open(root)).toMatchObject({ dialect: 'notes' });
    expect(await failure(root, { dialect: 'jekyll' })).toMatch(/^ARCHIVE_CONFIG_INVALID: /);
  });

  it('has its configuration complained of where nobody is sure', async () => {
    const { root } = makeFolder({ '_config.yml': 'a: b: c' });
    expect(await failure(root)).toMatch(/^ARCHIVE_CONFIG_INVALID: _config\.yml:1: /);
  });

  it('is none of a generator that cannot be read', async () => {
    const { root } = makeFolder({ 'hugo.toml': '', 'content/a.md': POST });
    expect(await failure(root)).toBe(
      'ARCHIVE_DIALECT_UNKNOWN: SITE is an archive of Hugo (hugo.toml), which cannot be read yet. ' +
        "If its posts are Jekyll's or Notes's all the same, say so with --dialect jekyll or notes."
    );
  });
});

describe('what was asked of a dialect', () => {
  it.each<[string, Partial<OpenOptions>, string]>([
    ['a dialect that does not exist', { dialect: 'x' }, '"x" is not a dialect. Use one of auto,'],
    [
      'a configuration, where archives have none',
      { dialect: 'notes', config: ['a.yml'] },
      '--config a.yml is given, and archives of Notes have no configuration. Leave it out.',
    ],
  ])('is refused: %s', async (_, options, message) => {
    const said = await failure(makeFolder(NOTES).root, options);
    expect(said).toContain(`ARCHIVE_OPTION_INVALID: ${message}`);
  });

  it('is said to have no posts, and where they would lie', async () => {
    const { root } = makeFolder({ 'a.txt': 'x' });
    expect(await failure(root, { dialect: 'notes' })).toContain('notes holds no file');
    expect(await failure(root)).toContain('neither _posts, _drafts nor notes holds a file');
  });
});
