import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

/** What is looked at of an attribute. */
interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly options?: { readonly empty?: string };
  readonly component?: string;
  readonly pluginOptions?: { readonly 'content-manager'?: { readonly visible?: boolean } };
}

export interface ShownAttribute {
  readonly name: string;
  readonly label: string;
  readonly attribute: Attribute;
}

/** What is shown of a type. */
export interface ShownType {
  /** The attribute that names a document; null where none does. */
  readonly title: string | null;
  readonly attributes: readonly ShownAttribute[];
}

interface Configuration {
  readonly settings: { readonly mainField?: string };
  readonly metadatas: Readonly<Record<string, { readonly edit?: { readonly label?: string } }>>;
  readonly layouts: { readonly edit: readonly (readonly { readonly name: string }[])[] };
}

interface Configured {
  findConfiguration(schema: object): Promise<Configuration>;
}

/** `sourceUrl` as a heading: *Source url*. */
const asWords = (name: string): string => {
  const words = name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/gu, ' ')
    .replaceAll(/[_-]+/gu, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * What the form of a type, or of a component, shows, in its order and by its names: neither what is private or
 * hidden, nor passwords.
 *
 * @param labels what attributes are called instead
 */
export const shownType = async (
  strapi: Core.Strapi,
  uid: string,
  labels: Readonly<Record<string, string>>
): Promise<ShownType> => {
  const schema = strapi.getModel(uid as UID.ContentType);
  const kind = uid in strapi.components ? 'components' : 'content-types';
  const { settings, metadatas, layouts } = await strapi
    .plugin('content-manager')
    .service<Configured>(kind)
    .findConfiguration(schema);
  const all = schema.attributes as unknown as Readonly<Record<string, Attribute>>;
  const visible = new Set(contentTypes.getVisibleAttributes(schema));
  const labelOf = (name: string): string => {
    const label = metadatas[name]?.edit?.label ?? name;
    return labels[name] ?? (label === name ? asWords(name) : label);
  };
  const attributes = layouts.edit.flat().flatMap(({ name }): readonly ShownAttribute[] => {
    const attribute = all[name];
    if (attribute === undefined || !visible.has(name) || attribute.type === 'password') return [];
    if (attribute.pluginOptions?.['content-manager']?.visible === false) return [];
    if (contentTypes.isPrivateAttribute(schema, name)) return [];
    return [{ name, label: labelOf(name), attribute }];
  });
  const isText = ({ attribute }: ShownAttribute): boolean =>
    ['string', 'text', 'uid', 'email'].includes(attribute.type);
  const title =
    attributes.find((shown) => shown.name === settings.mainField && isText(shown)) ??
    attributes.find(({ attribute }) => attribute.type === 'string');
  return { title: title?.name ?? null, attributes };
};
