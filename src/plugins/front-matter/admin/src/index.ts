import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Archive } from '@strapi/icons';
import { namePermissions, tellLanguage } from 'strapi-plugin-kit/admin';
import { OriginPanel } from './components/origin/OriginPanel';
import { rememberStore } from './documents/forget-documents';
import { addOriginFilters, LIST_FILTERS } from './lists/origin-filters';
import { MAY_SEE, namesOf } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { translations } from './translations';

const plugin = {
  register(app: StrapiApp): void {
    tellLanguage();
    app.addMiddlewares([namePermissions(namesOf), rememberStore]);
    app.router.addRoute([
      {
        path: `plugins/${PLUGIN_ID}`,
        lazy: async () => ({
          Component: (await import('./components/archives/ArchivesPage')).ArchivesPage,
        }),
      },
      {
        path: `plugins/${PLUGIN_ID}/archives/:key`,
        lazy: async () => ({
          Component: (await import('./components/archive/ArchivePage')).ArchivePage,
        }),
      },
      {
        path: `plugins/${PLUGIN_ID}/archives/:key/conflicts/:id`,
        lazy: async () => ({
          Component: (await import('./components/conflicts/ConflictPage')).ConflictPage,
        }),
      },
      {
        path: `plugins/${PLUGIN_ID}/archives/:key/desk`,
        lazy: async () => ({ Component: (await import('./components/desk/DeskPage')).DeskPage }),
      },
      {
        path: `plugins/${PLUGIN_ID}/tasks/:key`,
        lazy: async () => ({ Component: (await import('./components/task/TaskPage')).TaskPage }),
      },
    ]);
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Archive,
      intlLabel: { id: `${PLUGIN_ID}.archives.title`, defaultMessage: 'Archives' },
      permissions: MAY_SEE,
      position: 4,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
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
