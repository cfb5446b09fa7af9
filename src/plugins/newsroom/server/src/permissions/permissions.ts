import type { Core } from '@strapi/strapi';

export type Context = Parameters<Core.ControllerHandler>[0];

type Document = Readonly<Record<string, unknown>>;

/** What an editor may do with the documents of a type, as the content manager has it. */
export interface Permissions {
  readonly cannot: Readonly<
    Record<
      'read' | 'update' | 'delete' | 'publish',
      (document?: unknown, attribute?: string) => boolean
    >
  >;
  /** Whether what may be done with one document tells nothing of another. */
  readonly requiresEntity: Readonly<Record<'read' | 'update' | 'publish', () => boolean>>;
  /** Of queries: leaves out what the editor may not read, and adds the conditions of what they may. */
  readonly sanitizedQuery: { read(query: object): Promise<object> };
  sanitizeOutput(document: unknown): Promise<Document>;
  /** Leaves out what the editor may not write. */
  sanitizeUpdateInput(document: unknown): (data: Document) => Promise<Document>;
}

/** @param ability an administrator's, as Strapi has it */
export const permissionsBy = (
  strapi: Core.Strapi,
  ability: unknown,
  model: string
): Permissions => {
  const checker = strapi.plugin('content-manager').service('permission-checker') as unknown as {
    create(asked: { readonly userAbility: unknown; readonly model: string }): Permissions;
  };
  return checker.create({ userAbility: ability, model });
};

/** What whoever asks may do. */
export const permissionsOf = (strapi: Core.Strapi, ctx: Context, model: string): Permissions =>
  permissionsBy(strapi, ctx.state['userAbility'], model);
