import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fillTexts } from '../../../src/admin/fill-texts';
import own from '../../../src/admin/translations/strapi.zh-Hans.json';

type Texts = Readonly<Record<string, string>>;

const strapi = path.join(
  path.dirname(createRequire(__filename).resolve('@strapi/strapi/package.json')),
  '..'
);

/** What of Strapi an editor's pages are made of: where it is, and the name that its texts are prefixed with. */
const PARTS = [
  { name: 'content-manager', folder: 'content-manager/dist/admin', prefix: 'content-manager.' },
  { name: 'admin', folder: 'admin/dist/admin/admin/src', prefix: '' },
  { name: 'upload', folder: 'upload/dist/admin', prefix: 'upload.' },
] as const;

/** What of these is no editor's page, by why. */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/^admin\/pages\/Settings\//u, 'settings of the site, which administrators change'],
  [/^admin\/pages\/Marketplace\//u, 'where administrators find plugins'],
  [/^admin\/components\/GuidedTour\//u, 'a tour for those who build a site'],
  [
    /^admin\/(?:components|pages\/Home\/components)\/(?:FreeTrial|NpsSurvey|Upsell)/u,
    'advertisements, switched off here',
  ],
  [/^content-manager\/history\//u, 'a feature that is paid for'],
  [/^upload\/ai\//u, 'a feature that is paid for'],
  [/^upload\/pages\/(?:SettingsPage|App\/ConfigureTheView)/u, 'settings of the site'],
];

/** Texts of an editor's pages that are no words, by why. */
const NO_WORDS: Readonly<Record<string, string>> = {
  'components.Blocks.popover.link.rel.placeholder': 'values of HTML',
  'components.Blocks.popover.link.target.placeholder': 'values of HTML',
};

const load = createRequire(__filename);

/** Some of the files export one thing, others also each text by its name. */
const textsOf = (folder: string, language: string): Texts => {
  const found = load(path.join(strapi, folder, 'translations', `${language}.json.js`)) as unknown;
  return (found as { default?: Texts }).default ?? (found as Texts);
};

const loadedIn = (language: string): Texts =>
  Object.fromEntries(
    PARTS.flatMap(({ folder, prefix }) =>
      Object.entries(textsOf(folder, language)).map(([key, text]) => [prefix + key, text])
    )
  );

const ASKED =
  /(?:id:\s*)?(?<own>\bgetTrans(?:lation)?\(\s*|\bgetTrad\(\s*)?(?<quote>['"])(?<id>[\w.$-]+)\k<quote>\s*\)?(?<said>\s*,\s*defaultMessage:)?/gu;

/** The texts that the code of an editor's pages asks for. */
const asked = (english: Texts): readonly string[] =>
  PARTS.flatMap(({ name, folder, prefix }) =>
    readdirSync(path.join(strapi, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.mjs') && !file.startsWith('translations'))
      .filter((file) => !LEFT_OUT.some(([pattern]) => pattern.test(`${name}/${file}`)))
      .flatMap((file) => {
        const code = readFileSync(path.join(strapi, folder, file), 'utf8');
        return [...code.matchAll(ASKED)].flatMap((match) => {
          const { own: isOwn, id = '', said } = match.groups ?? {};
          const key = isOwn === undefined ? id : prefix + id;
          const isText = key in english || (said !== undefined && match[0].startsWith('id'));
          return isText ? [key] : [];
        });
      })
  );

describe('Strapi’s own texts in Chinese', () => {
  const english = loadedIn('en');
  const stock = loadedIn('zh-Hans');
  const filled = fillTexts(stock, own);

  it('are there for all that the pages of an editor ask for', () => {
    const keys = new Set(asked(english));
    expect(keys.size).toBeGreaterThan(600);
    const missing = [...keys].filter((key) => filled[key] === undefined && !(key in NO_WORDS));
    expect(missing).toEqual([]);
  });

  it('are there for all that the content manager has in English', () => {
    const ofManager = Object.keys(english).filter((key) => key.startsWith('content-manager.'));
    expect(ofManager.filter((key) => filled[key] === undefined)).toEqual([]);
  });

  it('are Chinese where they are ours', () => {
    const texts = Object.entries(own).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    // What the content manager only puts together.
    expect(texts.map(([key]) => key)).toEqual([
      ...['document', 'last-draft', 'last-published'].map(
        (name) => `content-manager.containers.edit.information.${name}.value`
      ),
      'content-manager.history.version.subtitle',
      'content-manager.widget.chart-entries.tooltip',
    ]);
  });

  it('are filled in with the values that English ones have, or fewer', () => {
    const names = (text: string): readonly string[] =>
      [...text.matchAll(/\{(\w+)[,}]/gu)].map(([, name]) => name ?? '');
    const wrong = Object.entries(own).filter(([key, text]) => {
      const known = english[key];
      return known !== undefined && !names(text).every((name) => names(known).includes(name));
    });
    expect(wrong).toEqual([]);
  });

  it('take the place of none that Strapi has', () => {
    expect(filled).toMatchObject(stock);
  });
});
