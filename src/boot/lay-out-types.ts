import type { Core, Schema, UID } from '@strapi/strapi';
import { isDeepStrictEqual } from 'node:util';
import { LAYOUTS, type Layout, type LaidOutField } from './layouts';

interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<
    Record<string, { readonly edit?: { readonly label?: string; readonly description?: string } }>
  >;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly LaidOutField[])[];
  };
}

type ContentType = Schema.ContentType;

/** As much of the content manager's services as is used here. */
interface Services {
  readonly types: {
    findConfiguration(type: ContentType): Promise<Configuration>;
    updateConfiguration(type: ContentType, changed: object): Promise<unknown>;
  };
  readonly sizes: { getFieldSize(type: string): { readonly default: number } };
}

const servicesOf = (strapi: Core.Strapi): Services => {
  const manager = strapi.plugin('content-manager');
  return { types: manager.service('content-types'), sizes: manager.service('field-sizes') };
};

type Change = (
  before: Configuration,
  layout: Layout,
  type: ContentType,
  services: Services
) => Partial<Configuration>;

/** Changes how the content manager shows the site's types; what is not changed stays as it is. */
const layOut = async (strapi: Core.Strapi, change: Change): Promise<void> => {
  const services = servicesOf(strapi);
  for (const [uid, layout] of LAYOUTS) {
    const type = strapi.contentType(uid as UID.ContentType);
    const { settings, metadatas, layouts } = await services.types.findConfiguration(type);
    const before = { settings, metadatas, layouts };
    await services.types.updateConfiguration(type, {
      ...before,
      ...change(before, layout, type, services),
    });
  }
};

/** Sets main field, columns and order of the content manager's lists: newest posts first. */
export const layOutLists = (strapi: Core.Strapi): Promise<void> =>
  layOut(strapi, ({ settings, layouts }, { mainField, columns, sortBy, order }) => ({
    settings: { ...settings, mainField, defaultSortBy: sortBy, defaultSortOrder: order },
    layouts: { ...layouts, list: columns },
  }));

/**
 * Whether a form is as Strapi makes one: each field in the order of its schema and in the size of its type, and named
 * by its attribute. What somebody has laid out, and what got fields later, is not.
 */
const isAsMade = (
  { metadatas, layouts }: Configuration,
  type: ContentType,
  { sizes }: Services
): boolean => {
  const names = Object.keys(type.attributes);
  const fields = layouts.edit.flat();
  return fields.every(({ name, size }, index) => {
    const attribute = type.attributes[name];
    const { label, description } = metadatas[name]?.edit ?? {};
    const before = fields[index - 1];
    return (
      attribute !== undefined &&
      (before === undefined || names.indexOf(before.name) < names.indexOf(name)) &&
      size === sizes.getFieldSize(attribute.type).default &&
      label === name &&
      description === ''
    );
  });
};

/**
 * Lays out forms that are as Strapi has made them, and lists that are as a version before this one has left them.
 */
export const layOutForms = (strapi: Core.Strapi): Promise<void> =>
  layOut(strapi, (before, { form, columns, columnsBefore }, type, services) => ({
    layouts: {
      list: isDeepStrictEqual(before.layouts.list, columnsBefore) ? columns : before.layouts.list,
      edit: isAsMade(before, type, services) ? form : before.layouts.edit,
    },
  }));
