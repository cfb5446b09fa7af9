import type { Core, UID } from '@strapi/strapi';

/** What is asked of an attribute of a schema. */
export interface RawAttribute {
  readonly type: string;
  readonly column?: { readonly type?: string };
  readonly enum?: readonly string[];
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly required?: boolean;
  readonly default?: unknown;
}

export const isContentType = (strapi: Core.Strapi, uid: string): uid is UID.ContentType =>
  uid in strapi.contentTypes;

/** A type that is there: its index signature alone would leave that open. */
export const contentType = (strapi: Core.Strapi, uid: UID.ContentType) => {
  const found = strapi.contentTypes[uid];
  if (found === undefined) throw new Error(`There is no content type ${uid}.`);
  return found;
};

export const attributesOf = (
  strapi: Core.Strapi,
  uid: UID.ContentType
): Readonly<Record<string, RawAttribute>> =>
  contentType(strapi, uid).attributes as unknown as Readonly<Record<string, RawAttribute>>;

/** Whether documents of a type are kept by locale. */
export const isLocalized = (strapi: Core.Strapi, uid: UID.ContentType): boolean => {
  const options = contentType(strapi, uid).pluginOptions as
    { i18n?: { localized?: boolean } } | undefined;
  return options?.i18n?.localized === true && strapi.plugin('i18n') !== undefined;
};
