import type { Core, UID } from '@strapi/strapi';

/** As much of an attribute as is looked at here. */
export interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
}

/** As much of a content type's or a component's schema as is looked at here. */
export interface Model {
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export type Models = (uid: string) => Model | undefined;

export const modelsOf =
  (strapi: Core.Strapi): Models =>
  (uid) =>
    strapi.getModel(uid as UID.Schema) as Model | undefined;

/** The attribute of a name; ids are attributes of every type, and no schema names them. */
export const attributeOf = (model: Model | undefined, name: string): Attribute | undefined => {
  if (name === 'id') return { type: 'integer' };
  if (name === 'documentId') return { type: 'string' };
  return model !== undefined && Object.hasOwn(model.attributes, name)
    ? model.attributes[name]
    : undefined;
};

/** The type that an attribute leads to: of a relation, a component, a file; null for plain values. */
export const targetOf = (attribute: Attribute | undefined): string | null => {
  switch (attribute?.type) {
    case 'relation':
      return attribute.target ?? null;
    case 'component':
      return attribute.component ?? null;
    case 'media':
      return 'plugin::upload.file';
    default:
      return null;
  }
};

export type Fields = Readonly<Record<string, unknown>>;

export const isPlain = (value: unknown): value is Fields => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
