import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import pkg from '../../package.json';
import { OriginPanel } from './components/origin/OriginPanel';
import { addOriginFilters, LIST_FILTERS } from './lists/origin-filters';
import { translations } from './translations';

const plugin = {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: pkg.strapi.name, name: pkg.strapi.displayName });
  },

  bootstrap(app: StrapiApp): void {
    const manager = app.getPlugin('content-manager').apis as ContentManagerPlugin['config']['apis'];
    app.registerHook(LIST_FILTERS, addOriginFilters);
    manager.addEditViewSidePanel((panels) => [...panels, OriginPanel]);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return translations.load(locales);
  },
};

export default plugin;
