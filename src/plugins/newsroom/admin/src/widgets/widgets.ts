import type { StrapiApp } from '@strapi/strapi/admin';
import { Clock, Earth, Feather, PresentationChart } from '@strapi/icons';
import { PLUGIN_ID } from '../plugin-id';
import { translations } from '../translations';

type Widget = ReturnType<StrapiApp['widgets']['getAll']>[number];
type Key = Parameters<typeof translations.textIn>[1];

const titled = (key: Key): Widget['title'] => ({
  id: `${PLUGIN_ID}.${key}`,
  defaultMessage: translations.textIn('en', key),
});

/** In the order in which they stand on the home page of who has not arranged it. */
const WIDGETS: readonly (Pick<Widget, 'icon' | 'title' | 'component'> & { readonly id: string })[] =
  [
    {
      id: 'my-drafts',
      icon: Feather,
      title: titled('home.drafts'),
      component: async () => (await import('../components/home/MyDrafts')).MyDrafts,
    },
    {
      id: 'scheduled',
      icon: Clock,
      title: titled('home.scheduled'),
      component: async () => (await import('../components/home/Scheduled')).Scheduled,
    },
    {
      id: 'published-by-others',
      icon: Earth,
      title: titled('home.published'),
      component: async () =>
        (await import('../components/home/PublishedByOthers')).PublishedByOthers,
    },
    {
      id: 'published-each-day',
      icon: PresentationChart,
      title: titled('home.days'),
      component: async () => (await import('../components/home/PublishedEachDay')).PublishedEachDay,
    },
  ];

/** Puts the widgets in front of Strapi's own, for whoever may read anything. Before 5.13, Strapi has no widgets. */
export const addWidgets = (app: StrapiApp): void => {
  if (!('widgets' in app)) return;
  const permissions = [{ action: 'plugin::content-manager.explorer.read' }];
  app.widgets.register((widgets) => [
    ...WIDGETS.map((widget) => ({ ...widget, pluginId: PLUGIN_ID, permissions })),
    ...widgets,
  ]);
};
