import { useSyncExternalStore } from 'react';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { isSlugRefused, onRefusedSlug } from '../refused-slugs';

/** Those of Strapi's actions that send what is typed. */
const SAVING = new Set(['update', 'publish']);

const held = (action: DocumentActionComponent): DocumentActionComponent => {
  // Strapi calls these as it does hooks: each time it draws their buttons.
  const useAction: DocumentActionComponent = (props) => {
    const description = action(props);
    const isRefused = useSyncExternalStore(onRefusedSlug, () =>
      isSlugRefused(props.model, props.documentId)
    );
    return description && isRefused ? { ...description, disabled: true } : description;
  };
  return Object.assign(useAction, action);
};

/** Strapi's actions of a form, of which none saves while the slug is known to be refused. */
export const holdSaves = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) => (SAVING.has(action.type ?? '') ? held(action) : action));
