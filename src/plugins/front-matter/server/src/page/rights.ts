import type { Core } from '@strapi/strapi';

import type { Rights } from '../panel/contract';

/** What a role of the panel may be given, by the names of Strapi's actions. */
export const ACTIONS = {
  read: 'plugin::front-matter.archives.read',
  import: 'plugin::front-matter.archives.import',
  rollback: 'plugin::front-matter.archives.rollback',
  mend: 'plugin::front-matter.archives.mend',
} as const;

const NAMES: readonly (readonly [uid: string, displayName: string])[] = [
  ['read', 'See'],
  ['import', 'Add, preview and import'],
  ['rollback', 'Roll back'],
  ['mend', 'Correct files and settle conflicts'],
];

interface PermissionService {
  readonly actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

/** Offers the page's permissions to the roles of the panel; super admins have all of them. */
export const registerActions = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(
    NAMES.map(([uid, displayName]) => ({
      section: 'plugins',
      pluginName: 'front-matter',
      uid: `archives.${uid}`,
      subCategory: 'archives',
      displayName,
    }))
  );
};

interface Ability {
  can(action: string): boolean;
}

/** What whoever asks may do, from a request's `state.userAbility`. */
export const rightsOf = (userAbility: unknown): Rights => {
  const ability = userAbility as Ability;
  return {
    import: ability.can(ACTIONS.import),
    rollback: ability.can(ACTIONS.rollback),
    mend: ability.can(ACTIONS.mend),
  };
};
