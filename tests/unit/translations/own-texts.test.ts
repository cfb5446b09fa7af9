import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messages as kit } from '../../../src/kit/src/texts/kit-messages';
import type { Message } from '../../../src/kit/src/texts/messages';
import { messages as newsroom } from '../../../src/plugins/newsroom/server/src/messages';
import { messages as permalinks } from '../../../src/plugins/permalinks/server/src/messages';

const root = path.join(__dirname, '..', '..', '..');
const plugins = path.join(root, 'src', 'plugins');

type Texts = Readonly<Record<string, string>>;

const readTexts = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;

/** Those who speak to people in the panel: each plugin, and the application. */
const homes = [
  ...readdirSync(plugins).map((name) => path.join(plugins, name, 'admin', 'src')),
  path.join(root, 'src', 'admin'),
].filter((home) => existsSync(path.join(home, 'translations')));

/** What is the same in both languages. */
const SAME = new Set<string>([
  // What stands between two names.
  'list.between',
  // A name, and its type, that are filled in.
  'mapping.attribute',
]);

/** The values that are filled into a text; of plurals, which not every language has, what they go by as well. */
const valuesIn = (text: string, isPlural: boolean): readonly string[] => {
  const found = text.matchAll(isPlural ? /\{(\w+)[,}]/gu : /\{(\w+)\}/gu);
  return [...new Set([...found].map(([, name]) => name ?? ''))];
};

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');

describe.each(homes.map((home) => [path.relative(root, home), home]))(
  'the texts of %s',
  (_, home) => {
    const en = readTexts(path.join(home, 'translations', 'en.json'));
    const zhHans = readTexts(path.join(home, 'translations', 'zh-Hans.json'));

    it('are there in English and in Chinese', () => {
      expect(Object.keys(zhHans).sort()).toEqual(Object.keys(en).sort());
    });

    it('have the same values to be filled in', () => {
      for (const [key, text] of Object.entries(en)) {
        const own = zhHans[key] ?? '';
        expect([key, valuesIn(own, true)]).toEqual([
          key,
          expect.arrayContaining([...valuesIn(text, false)]),
        ]);
        expect([key, valuesIn(text, true)]).toEqual([
          key,
          expect.arrayContaining([...valuesIn(own, true)]),
        ]);
      }
    });

    it('are Chinese in Chinese', () => {
      const left = Object.keys(en).filter((key) => !isChinese(zhHans[key] ?? '') && !SAME.has(key));
      expect(left).toEqual([]);
    });

    it('are all of those that its code asks for', () => {
      const asked = [...sourcesIn(home).matchAll(/\$\{PLUGIN_ID\}\.([\w.-]+)`/gu)].map(
        ([, key]) => key ?? ''
      );
      expect(asked.filter((key) => !(key in en))).toEqual([]);
    });
  }
);

describe.each<[string, { readonly all: Readonly<Record<string, Message>> }]>([
  ['kit', kit],
  ['newsroom', newsroom],
  ['permalinks', permalinks],
])('what the server of %s says', (_, { all }) => {
  it('is said in Chinese with the same values', () => {
    for (const [key, message] of Object.entries(all)) {
      expect([key, isChinese(message['zh-Hans'])]).toEqual([key, true]);
      const [own, other] = [message['zh-Hans'], message.en].map((text) =>
        valuesIn(text, false).toSorted()
      );
      expect([key, own]).toEqual([key, other]);
    }
  });
});
