import type { Core } from '@strapi/strapi';
import { permalinksOf } from '../../../src/plugins/permalinks/server/src/permalinks';
import { abandonedDocuments } from '../../../src/plugins/permalinks/server/src/rebuild/abandoned';
import { checkRows } from '../../../src/plugins/permalinks/server/src/rebuild/check';
import { rebuildRows } from '../../../src/plugins/permalinks/server/src/rebuild/rebuild';
import { streamRedirects } from '../../../src/plugins/permalinks/server/src/resolve/stream-redirects';
import { walkLinks } from '../../../src/plugins/source-links/server/src/check/walk-links';
import { rebuildSources } from '../../../src/plugins/source-links/server/src/rebuild/rebuild-sources';
import type { Sources } from '../../../src/plugins/source-links/server/src/sources/sources';
import { archiveFolder, postText, type ArchiveFolder } from '../front-matter/archive-folder';
import { importInto, rollBack } from '../front-matter/importing';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { detoursOf, type Statement, statementsOf } from '../harness/statements';

const DATE = new Date('2022-02-17T00:35:15.000Z');
/** Far more than any page holds: no database takes sorting all of it for the shorter way. */
const MANY = 12_000;
/** A run that has a part of what is there, and is undone. */
const UNDONE = 900;
/** The run that has all else. */
const OTHER = 1_000;

const numbers = Array.from({ length: MANY }, (_, index) => index);
const idOf = (kind: string, index: number) => `${kind}${String(index).padStart(23, '0')}`;

export const walks = suite('a walk through a whole table', (current, kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let folder: ArchiveFolder;
  let run: number;
  const tables: string[] = [];

  const table = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const ownRows = (name: string) => ({
    document_id: name,
    created_at: DATE,
    updated_at: DATE,
    published_at: DATE,
  });
  const fill = async (uid: string, rowOf: (n: number) => object) => {
    const name = table(uid);
    tables.push(name);
    await strapi.db.connection.batchInsert(name, numbers.map(rowOf), 300);
    // Servers count for themselves what is in a table; SQLite does so for nobody who does not ask.
    if (kind.name === 'postgres') await strapi.db.connection.raw(`analyze ${name}`);
    if (kind.name === 'mysql') await strapi.db.connection.raw(`analyze table ${name}`);
  };

  const fillAll = async () => {
    await fill('api::post.post', (n) => ({
      ...ownRows(idOf('p', Math.floor(n / 2))),
      published_at: n % 2 === 0 ? null : DATE,
      title: `P${n}`,
      slug: `p${Math.floor(n / 2)}`,
      date: DATE,
      source_url: `https://paper.example/${n}`,
    }));
    await fill('plugin::permalinks.address', (n) => ({
      ...ownRows(idOf('a', n)),
      key: idOf('k', n),
      kind: 'path',
      address: `/old/${n}`,
      target_type: n % 2 === 0 ? 'api::post.post' : 'api::category.category',
      target_document_id: idOf('p', n),
      target_locale: '',
      state: n % 3 === 0 ? 'former' : 'current',
      origin: 'given',
    }));
    await fill('plugin::front-matter.record', (n) => ({
      ...ownRows(idOf('r', n)),
      key: idOf('k', n),
      archive: n % 2 === 0 ? 'archive' : 'another',
      path: `_posts/${n}.md`,
      file_name: `${n}.md`,
      status: 'imported',
      checksum: idOf('s', n),
      fingerprint: 'f',
      run: n < UNDONE ? run : OTHER,
      created_run: n < UNDONE ? run : OTHER,
    }));
    await fill('plugin::front-matter.change', (n) => ({
      ...ownRows(idOf('c', n)),
      run: n % 13 === 0 ? run : OTHER,
      action: 'updated',
      record_key: idOf('x', n),
      content_type: 'api::post.post',
      target_document_id: idOf('x', n),
      before: JSON.stringify({
        document: {
          documentId: idOf('x', n),
          main: { values: {}, terms: {} },
          published: null,
        },
        record: { key: idOf('x', n), archive: 'archive', path: `_posts/${n}.md`, fileName: 'x' },
      }),
      after: JSON.stringify({ values: {}, updatedAt: null, run, checksum: null }),
    }));
    await fill('plugin::front-matter.term', (n) => ({
      ...ownRows(idOf('t', n)),
      key: idOf('k', n),
      archive: 'archive',
      kind: n % 2 === 0 ? 'categories' : 'tags',
      value: `T${n}`,
      content_type: n % 2 === 0 ? 'api::category.category' : 'api::tag.tag',
      target_document_id: idOf('t', n),
      run: n < UNDONE ? run : OTHER,
      created: true,
    }));
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    folder = await archiveFolder();
    await folder.write('_posts/2022-03-03-first.md', postText());
    run = (await importInto(strapi, folder.root)).report.run ?? 0;
    await fillAll();
  });
  afterAll(async () => {
    await folder.drop();
  });

  const through = async (pages: AsyncIterable<unknown>) => {
    for await (const _ of pages);
  };
  const eachType = async (walk: typeof checkRows | typeof rebuildRows) => {
    const permalinks = permalinksOf(strapi);
    for (const type of permalinks.types.values()) await through(walk(permalinks, type));
  };
  const sources = () => strapi.plugin('source-links').service<Sources>('sources');

  const walks: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['an import of what has not changed', () => importInto(strapi, folder.root)],
    ['a dry run', () => importInto(strapi, folder.root, { dryRun: true })],
    ['a rollback', () => rollBack(strapi, run)],
    ['a check of addresses', () => eachType(checkRows)],
    ['a rebuild of addresses', () => eachType(rebuildRows)],
    ['a look for abandoned addresses', () => through(abandonedDocuments(permalinksOf(strapi)))],
    ['an export of redirects', () => through(streamRedirects(permalinksOf(strapi), false))],
    [
      'a rebuild of sources',
      () =>
        rebuildSources(strapi, {
          dryRun: true,
          signal: new AbortController().signal,
          onProblem: async () => undefined,
        }),
    ],
    ['a check of links', () => through(walkLinks(strapi, sources()))],
  ];

  /** The first and the last of each form of statement that reads a page of a walk. */
  const pages = (statements: readonly Statement[]) => {
    const sent = statements
      .filter(({ sql }) => tables.some((name) => sql.includes(name)))
      .filter(({ sql }) => /^select .*["`]id["`] [<>] .* limit /iu.test(sql))
      .filter(({ sql }) => !/document_id["`] in /u.test(sql));
    const bySql = (list: readonly Statement[]) => new Map(list.map((one) => [one.sql, one]));
    return [...bySql(sent.toReversed()).values(), ...bySql(sent).values()];
  };

  it.each(walks)('goes on by an index from page to page in %s', async (_, walk) => {
    const statements = pages(await statementsOf(strapi, walk));
    expect(statements).not.toEqual([]);
    const detours = [];
    for (const statement of statements) {
      const found = await detoursOf(strapi, statement);
      if (found.length > 0) detours.push({ ...statement, found });
    }
    expect(detours).toEqual([]);
  });
});
