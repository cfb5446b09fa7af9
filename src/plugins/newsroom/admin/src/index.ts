import type * as React from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Clock } from '@strapi/icons';
import { tellLanguage } from 'strapi-plugin-kit/admin';
import { bodyField } from './body/body-field';
import { FileAction, tellEach, tellUses } from './components/bulk/bulk-actions';
import { FoldedField } from './components/FoldedField';
import { FormKeeper } from './components/FormKeeper';
import { SchedulePanel } from './components/schedule/SchedulePanel';
import { OtherForms } from './components/OtherForms';
import { PreviewLink } from './components/PreviewLink';
import { MergeTermAction, tellUse } from './components/terms/term-actions';
import { TreeButton } from './components/terms/TreeButton';
import { EDIT_VIEW, FOLDED, foldFields } from './forms/fold-fields';
import { LIST_FILTERS, pickNames } from './lists/pick-names';
import { LIST_COLUMNS, showColumns } from './lists/show-columns';
import { PLUGIN_ID } from './plugin-id';
import { keepFormData } from './requests/keep-form-data';
import { watchRequests } from './requests/watch-requests';
import { translations } from './translations';
import { forgetAllTyped, forgetOldTyped } from './typed/typed-texts';
import { addWidgets } from './widgets/widgets';

const plugin = {
  register(app: StrapiApp): void {
    tellLanguage();
    watchRequests(forgetAllTyped);
    void forgetOldTyped();
    app.addMiddlewares([keepFormData]);
    app.customFields.register(bodyField);
    app.router.addRoute({
      path: `plugins/${PLUGIN_ID}/terms/:uid`,
      lazy: async () => ({ Component: (await import('./components/terms/TermTree')).TermTree }),
    });
    app.router.addRoute({
      path: `plugins/${PLUGIN_ID}/schedule`,
      lazy: async () => ({ Component: (await import('./components/schedule/Calendar')).Calendar }),
    });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/schedule`,
      icon: Clock,
      intlLabel: { id: `${PLUGIN_ID}.schedule.page`, defaultMessage: 'Schedule' },
      permissions: [],
      position: 3,
    });
    app.addFields({ type: FOLDED, Component: FoldedField as React.ComponentType });
    addWidgets(app);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: StrapiApp): void {
    const contentManager = app.getPlugin('content-manager');
    const manager = contentManager.apis as ContentManagerPlugin['config']['apis'];
    app.registerHook(EDIT_VIEW, foldFields);
    app.registerHook(LIST_COLUMNS, showColumns);
    app.registerHook(LIST_FILTERS, pickNames);
    manager.addEditViewSidePanel((panels) => {
      // Below Strapi's own preview, which it puts below the actions.
      const place = panels.findIndex(({ type }) => type === 'actions') + 2;
      const [above, below] = [panels.slice(0, place), panels.slice(place)];
      return [...above, PreviewLink, ...below, FormKeeper, SchedulePanel, OtherForms];
    });
    manager.addDocumentAction((actions) => [
      ...actions.map((action) => (action.type === 'delete' ? tellUse(action) : action)),
      MergeTermAction,
    ]);
    manager.addBulkAction((actions) => [
      FileAction,
      ...actions.map((action) => {
        if (action.type === 'unpublish') return tellEach(action);
        return action.type === 'delete' ? tellUses(action) : action;
      }),
    ]);
    contentManager.injectComponent('listView', 'actions', {
      name: `${PLUGIN_ID}-tree`,
      Component: TreeButton,
    });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return translations.load(locales);
  },
};

export default plugin;
