import { archiveFolder, type ArchiveFolder, postText } from '../front-matter/archive-folder';
import { importInto, outcomes } from '../front-matter/importing';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const number = (last: number) => `20220217227926605${last}`;
const shared = (last: number) =>
  `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${number(last)}`;
const file = (name: string) => `_posts/2022-03-03-${name}.md`;

/** Files that say where they are from, and what is wrong with what they say. */
const REFUSED: readonly (readonly [name: string, header: readonly string[], message: RegExp])[] = [
  [
    'two-stories',
    [`source_code: NW${number(1)}`, `source_url: ${shared(2)}`],
    /"sourceCode" is "NW.*1", but "sourceUrl" is the address of "NW.*2"/,
  ],
  ['header-and-trailer', [`source_code: NW${number(3)}`], /"sourceCode".*"sourceUrl"/],
  ['password', ['source_url: https://me:secret@paper.example/'], /user name or password/],
  ['script', ['source_url: "javascript:alert(1)"'], /neither http nor https/],
  ['control', ['source_url: "http://paper.example/a\\u0007b"'], /control character/],
  ['turned', ['source_url: "http://paper.example/\\u202egpj.exe"'], /control character/],
  ['long', [`source_url: http://paper.example/${'a'.repeat(2048)}`], /longer than 2048/],
  ['url-for-code', [`source_code: ${shared(4)}`], /put it into "sourceUrl"/],
  ['code-control', ['source_code: "a\\u0000b"'], /NUL/],
];

export const archiveSources = suite('an archive whose headers name sources', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = current();
    folder = await archiveFolder();
    await folder.write(
      '.broadsheet.yml',
      'mapping:\n  source_code: sourceCode\n  source_url: sourceUrl\n'
    );
    for (const [name, header] of REFUSED) {
      const body = name === 'header-and-trailer' ? `正文\n\n<${shared(5)}>` : '正文';
      await folder.write(file(name), postText({ title: name, header, body }));
    }
    const write = (name: string, header: readonly string[], body = '正文') =>
      folder.write(file(name), postText({ title: name, header, body }));
    await write('code', [`source_code: NW${number(6)}`]);
    await write('digits', [`source_code: ${number(6)}`]);
    await write('tracked', [`source_url: "${shared(7)}&utm_source=feed"`]);
    await write('trailer', [], `正文\n\n<${shared(8)}>`);
    await write('same-twice', [`source_code: NW${number(9)}`], `正文\n\n<${shared(9)}>`);
    await write('nothing', []);
  });
  afterAll(async () => {
    await folder.drop();
  });

  const sourceOf = async (title: string) => {
    const rows = await site.strapi.db.query(POST).findMany({ where: { title } });
    expect(rows).toHaveLength(2);
    const [draft, published] = rows.map(({ sourceCode, sourceKey, sourceUrl }) => ({
      sourceCode,
      sourceKey,
      sourceUrl,
    }));
    expect(draft).toEqual(published);
    return draft;
  };

  it('is imported but for the files that contradict themselves or may not be kept', async () => {
    const result = await importInto(site.strapi, folder.root);
    expect(outcomes(result)).toEqual({ created: 6, quarantined: REFUSED.length });
    const errors = result.issues.filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(REFUSED.length);
    for (const [name, , message] of REFUSED) {
      expect(errors).toContainEqual(
        expect.objectContaining({
          path: file(name),
          code: name === 'code-control' ? 'VALUE_NOT_STORABLE' : 'SOURCE_INVALID',
          message: expect.stringMatching(message),
        })
      );
    }
    expect(await site.strapi.db.query(POST).count()).toBe(12);
  });

  it('gives each of the others its code, its URL and its key', async () => {
    const whole = (last: number) => ({
      sourceCode: `NW${number(last)}`,
      sourceKey: number(last),
      sourceUrl: shared(last),
    });
    expect(await sourceOf('code')).toEqual(whole(6));
    expect(await sourceOf('digits')).toEqual({
      sourceCode: number(6),
      sourceKey: number(6),
      sourceUrl: null,
    });
    expect(await sourceOf('tracked')).toEqual(whole(7));
    expect(await sourceOf('trailer')).toEqual(whole(8));
    expect(await sourceOf('same-twice')).toEqual(whole(9));
    expect(await sourceOf('nothing')).toEqual({
      sourceCode: null,
      sourceKey: null,
      sourceUrl: null,
    });
  });

  it('is left alone when it is imported again, until a file is put right', async () => {
    const again = await importInto(site.strapi, folder.root);
    expect(outcomes(again)).toEqual({ unchanged: 6, quarantined: REFUSED.length });
    const header = [`source_code: NW${number(1)}`, `source_url: ${shared(1)}`];
    await folder.write(file('two-stories'), postText({ title: 'two-stories', header }));
    // Told of one half only, a post is given the other: the file has changed, and nobody else has.
    await folder.write(
      file('code'),
      postText({ title: 'code', header: [`source_code: NW${number(5)}`], body: '正文' })
    );
    const mended = await importInto(site.strapi, folder.root);
    expect(outcomes(mended)).toEqual({
      created: 1,
      updated: 1,
      unchanged: 5,
      quarantined: REFUSED.length - 1,
    });
    expect(await sourceOf('code')).toMatchObject({
      sourceCode: `NW${number(5)}`,
      sourceUrl: shared(5),
    });
  });
});
