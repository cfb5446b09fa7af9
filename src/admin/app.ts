import type { StrapiApp } from '@strapi/strapi/admin';
import { fillTexts, type Texts } from './fill-texts';
import {
  EDIT_VIEW,
  LIST_COLUMNS,
  LIST_FILTERS,
  nameColumns,
  nameFields,
  nameFilters,
} from './name-fields';
import en from './translations/en.json';
import strapiZhHans from './translations/strapi.zh-Hans.json';
import zhHans from './translations/zh-Hans.json';

/** What Strapi lacks in a language, and editors read every day. */
const LACKING: Readonly<Record<string, Texts>> = {
  'zh-Hans': strapiZhHans,
};

export default {
  /** The panel speaks English, and these. */
  config: { locales: ['zh-Hans'], translations: { en, 'zh-Hans': zhHans } },

  register(app: StrapiApp): void {
    const load = app.loadTrads.bind(app);
    app.loadTrads = async (own) => {
      await load(own);
      const loaded: Readonly<Record<string, Texts>> = app.configurations.translations;
      app.configurations.translations = Object.fromEntries(
        Object.entries(loaded).map(([language, texts]) => [
          language,
          fillTexts(texts, LACKING[language] ?? {}),
        ])
      );
    };
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook'>): void {
    app.registerHook(EDIT_VIEW, nameFields);
    app.registerHook(LIST_COLUMNS, nameColumns);
    app.registerHook(LIST_FILTERS, nameFilters);
  },
};
