import { FileList } from '../../../../../src/plugins/front-matter/server/src/archive/files/file-list';
import { isLanguageCode } from '../../../../../src/plugins/front-matter/server/src/core/translations/language-codes';
import { watchLanguages } from '../../../../../src/plugins/front-matter/server/src/import/translations/looks-translated';
import type { FittedFile } from '../../../../../src/plugins/front-matter/server/src/reading/fit-file';

const listOf = (paths: readonly string[]) =>
  FileList.of(paths.map((path) => ({ path, obstacle: null })));

const look = async (
  paths: readonly string[],
  languages: readonly (string | null)[] = [],
  locales: readonly string[] = ['en']
) => {
  const watch = watchLanguages(listOf(paths), locales);
  // One file at a time: nothing may depend on which are seen together.
  for (const language of languages)
    watch.see([{ status: 'ready', language } as unknown as FittedFile]);
  return (await watch.issue())?.message ?? null;
};

const ONE = '2022-02-17-one.md';

describe('an archive', () => {
  it('looks translated where folders of two languages have a file of one name', async () => {
    const lines = 'locales: { en: en, zh-cn: zh-Hans }';
    const both = [`en/_posts/${ONE}`, `zh_cn/_posts/${ONE}`, '_posts/2022-02-18-two.md'];
    expect(await look(both, [], ['en', 'zh-Hans'])).toContain(lines);
    const below = [`_posts/en/${ONE}`, `_posts/zh_cn/${ONE}`];
    expect(await look(below, [], ['en', 'zh-Hans'])).toContain(lines);
  });

  it('looks translated where posts name two languages', async () => {
    const message = await look(
      [`_posts/${ONE}`],
      ['en', null, 'pt_BR', 'en'],
      ['en', 'pt', 'pt-PT']
    );
    expect(message).toContain('(en, pt-br)');
    expect(message).toContain('locales: { en: en, pt-br: pt-br }');
  });

  it.each<[string, readonly string[], readonly (string | null)[]]>([
    ['its posts name one language', [`_posts/${ONE}`], ['en', 'en', null]],
    ['what they name are none', [`_posts/${ONE}`], ['english', 'Deutsch', 'x']],
    [
      'folders named so have other files',
      [`it/_posts/${ONE}`, 'tv/_posts/a.md', 'id/_posts/b.md'],
      [],
    ],
    ['folders of one name are no languages', [`old/_posts/${ONE}`, `new/_posts/${ONE}`], []],
    ['only one of them is', [`en/_posts/${ONE}`, `_posts/${ONE}`], []],
    ['they hold no posts', [`en/old/${ONE}`, `de/old/${ONE}`], []],
  ])('does not where %s', async (_, paths, languages) => {
    expect(await look(paths, languages)).toBeNull();
  });
});

it('a language has two letters, and script, country or region', () => {
  for (const code of ['en', 'zh-hans', 'zh-hant-tw', 'es-419', 'cn']) {
    expect(isLanguageCode(code)).toBe(true);
  }
  for (const text of ['', 'tv', 'news', 'en-', 'en-us-posix', 'eng', 'e']) {
    expect(isLanguageCode(text)).toBe(false);
  }
});
