import type { Core } from '@strapi/strapi';

export type Context = Parameters<Core.ControllerHandler>[0];

/** What an editor may do with the documents of a type, as the content manager has it. */
export interface Permissions {
  readonly cannot: {
    read(document?: unknown, attribute?: string): boolean;
  };
}

/** What whoever asks may do with the documents of a type. */
export const permissionsOf = (strapi: Core.Strapi, ctx: Context, model: string): Permissions => {
  const checker = strapi.plugin('content-manager').service('permission-checker') as unknown as {
    create(asked: { readonly userAbility: unknown; readonly model: string }): Permissions;
  };
  return checker.create({ userAbility: ctx.state['userAbility'], model });
};
