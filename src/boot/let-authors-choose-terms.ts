import type { Core } from '@strapi/strapi';

const TERMS = ['api::category.category', 'api::tag.tag'];

const action = (deed: string): string => `plugin::content-manager.explorer.${deed}`;
const READ = action('read');

/** What Strapi gives an Author of a type without drafts, each for what they have made themselves. */
const STOCK = ['create', 'delete', 'read', 'update'].map(action);
const OWN_ALONE = ['admin::is-creator'];

interface Permission {
  readonly id: number;
  readonly action: string;
  readonly subject: string;
  readonly conditions: readonly string[] | null;
  readonly properties: { readonly fields?: readonly string[] } | null;
}

const isSame = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

/** Whether an Author's permissions for a type are still those that Strapi gave. */
const isStock = (permissions: readonly Permission[]): boolean => {
  const fields = permissions
    .filter((one) => one.action !== action('delete'))
    .map(({ properties }) => (properties?.fields ?? []).toSorted());
  return (
    isSame(permissions.map((one) => one.action).toSorted(), STOCK) &&
    permissions.every(({ conditions }) => isSame(conditions ?? [], OWN_ALONE)) &&
    fields.every((own) => isSame(own, fields[0]))
  );
};

/**
 * Lets the panel's Authors choose among all categories and tags when they write a post: Strapi shows them those alone
 * that they have made themselves, which are none. Editors see all as it is. A role that somebody has changed is left
 * as it is.
 */
export const letAuthorsChooseTerms = async ({ db }: Core.Strapi): Promise<void> => {
  const role = await db.query('admin::role').findOne({ where: { code: 'strapi-author' } });
  if (role === null) return;
  const permissions = db.query('admin::permission');
  const granted: readonly Permission[] = await permissions.findMany({
    where: { role: role.id, subject: { $in: TERMS } },
  });
  const ofTerms = TERMS.map((uid) => granted.filter(({ subject }) => subject === uid));
  if (!ofTerms.every(isStock)) return;
  for (const { id } of granted.filter((one) => one.action === READ)) {
    await permissions.update({ where: { id }, data: { conditions: [] } });
  }
};
