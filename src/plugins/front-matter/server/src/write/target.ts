import type { Core, UID } from '@strapi/strapi';
import {
  ConfigurationError,
  filePlace,
  hasToBe,
  type KeyPath,
  type Place,
  wrongValue,
} from 'strapi-plugin-kit/config';

import { SETTINGS_FILE } from '../archive/settings';
import { PLACE } from '../config/parse-settings';
import {
  DEFAULT_PARENT,
  POST_FIELDS,
  TERM_KINDS,
  type PostField,
  type Settings,
  type TermKind,
} from '../config/settings';
import type { Shape } from '../core/plan/fit-value';
import type { Layout, LayoutAttribute, LayoutTerms } from '../core/plan/layout';
import { readJoinTable, type JoinTable } from './join-table';

/** One kind of terms: the relation of the post and the type it leads to. */
export interface TargetTerms extends LayoutTerms {
  readonly uid: UID.ContentType;
  readonly slug: LayoutAttribute | null;
  readonly paths: readonly string[];
  readonly joinTable: JoinTable;
  /** The table of the relation to the term above, seen from the term below; null where there is none. */
  readonly parent: JoinTable | null;
  readonly draftAndPublish: boolean;
  readonly locale: string | null;
}

/** The content type that posts become, as its schema is now. */
export interface Target extends Layout {
  readonly uid: UID.ContentType;
  /** Null where the type is not localised. */
  readonly locale: string | null;
  /** The locale of what was written before the type was localised, and names none. */
  readonly unnamed: string;
  readonly fields: ReadonlyMap<PostField, LayoutAttribute>;
  readonly terms: readonly TargetTerms[];
}

const KINDS: Readonly<Record<string, Shape['kind']>> = {
  string: 'text',
  text: 'text',
  richtext: 'text',
  uid: 'text',
  email: 'text',
  enumeration: 'text',
  json: 'json',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'date',
};

/** A `varchar(255)` is what Strapi makes of these, unless the schema names another column. */
const SHORT = new Set(['string', 'uid', 'email', 'enumeration']);

interface RawAttribute {
  readonly type: string;
  readonly column?: { readonly type?: string };
  readonly enum?: readonly string[];
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
  readonly relation?: string;
  readonly target?: string;
}

/** What Strapi, or the importer in its stead, writes into every row: no value of a file goes there. */
const OWN = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

/** The key that names a type or an attribute. */
interface Setting {
  readonly place: Place;
  readonly path: KeyPath;
}

const own = (...path: KeyPath): Setting => ({ place: PLACE, path });

const refuse = ({ place, path }: Setting, name: string, reason: string): ConfigurationError =>
  new ConfigurationError(place, wrongValue(path, name, reason));

const isContentType = (strapi: Core.Strapi, uid: string): uid is UID.ContentType =>
  uid in strapi.contentTypes;

/** A type that is there: its index signature alone would leave that open. */
const contentType = (strapi: Core.Strapi, uid: UID.ContentType) => {
  const found = strapi.contentTypes[uid];
  if (found === undefined) throw new Error(`There is no content type ${uid}.`);
  return found;
};

const attributesOf = (
  strapi: Core.Strapi,
  uid: UID.ContentType
): Readonly<Record<string, RawAttribute>> =>
  contentType(strapi, uid).attributes as unknown as Readonly<Record<string, RawAttribute>>;

const findAttribute = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string,
  setting: Setting
): LayoutAttribute | null => {
  const raw = attributesOf(strapi, uid)[name];
  if (raw === undefined) return null;
  if (OWN.has(name)) {
    const reason = `Strapi keeps ${uid}.${name} for itself. Name an attribute of your own`;
    throw refuse(setting, name, reason);
  }
  const kind = KINDS[raw.type];
  if (kind === undefined) {
    throw refuse(
      setting,
      name,
      `${uid}.${name} is of type ${raw.type}, which holds no value of a file`
    );
  }
  const isShort = SHORT.has(raw.type) && raw.column?.type === undefined;
  return { name, shape: { kind, maxLength: isShort ? 255 : null, values: raw.enum ?? null } };
};

const needAttribute = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string,
  setting: Setting
): LayoutAttribute => {
  const attribute = findAttribute(strapi, uid, name, setting);
  if (attribute !== null) return attribute;
  throw refuse(setting, name, `${uid} has no attribute of that name`);
};

const isLocalized = (strapi: Core.Strapi, uid: UID.ContentType): boolean => {
  const options = contentType(strapi, uid).pluginOptions as
    { i18n?: { localized?: boolean } } | undefined;
  return options?.i18n?.localized === true && strapi.plugin('i18n') !== undefined;
};

/** A many-to-one relation of terms to their own type, so that one has many below it. */
const findParent = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string | null,
  setting: Setting
): JoinTable | null => {
  if (name === null) return null;
  const raw = attributesOf(strapi, uid)[name];
  const table = readJoinTable(strapi, uid, name);
  if (raw?.relation === 'manyToOne' && raw.target === uid && table !== null) return table;
  if (name === DEFAULT_PARENT) return null;
  throw refuse(setting, name, hasToBe(`a many-to-one relation of ${uid} to itself`));
};

const findTerms = (
  strapi: Core.Strapi,
  settings: Settings,
  uid: UID.ContentType,
  kind: TermKind,
  locale: string | null
): TargetTerms | null => {
  const setting = settings[kind];
  if (setting === false) return null;
  const raw = attributesOf(strapi, uid)[setting.attribute];
  if (raw === undefined) {
    if (setting.attribute === kind) return null;
    const reason = `${uid} has no attribute of that name`;
    throw refuse(own(kind, 'attribute'), setting.attribute, reason);
  }
  const joinTable = readJoinTable(strapi, uid, setting.attribute);
  if (
    raw.relation !== 'manyToMany' ||
    raw.target === undefined ||
    !isContentType(strapi, raw.target) ||
    joinTable === null
  ) {
    const reason = hasToBe(`a many-to-many relation of ${uid}`);
    throw refuse(own(kind, 'attribute'), setting.attribute, reason);
  }
  return {
    kind,
    attribute: setting.attribute,
    uid: raw.target,
    name: needAttribute(strapi, raw.target, setting.name, own(kind, 'name')),
    slug: findAttribute(strapi, raw.target, setting.slug, own(kind, 'slug')),
    paths: setting.paths,
    joinTable,
    parent: findParent(strapi, raw.target, setting.parent, own(kind, 'parent')),
    draftAndPublish: contentType(strapi, raw.target).options?.draftAndPublish === true,
    locale: isLocalized(strapi, raw.target) ? locale : null,
  };
};

/**
 * Finds where the parts of a post go in this app.
 *
 * @param locale for localised types
 * @param unnamed the locale of what was written before a type was localised
 * @param mapping further keys and their attributes, as the archive itself has them
 * @param mappingPlace where the archive says so
 * @throws ConfigurationError when the configuration names what the schema lacks
 */
export const resolveTarget = (
  strapi: Core.Strapi,
  settings: Settings,
  locale: string,
  mapping: Readonly<Record<string, string>>,
  unnamed: string = locale,
  mappingPlace: Place = filePlace(SETTINGS_FILE)
): Target => {
  const uid = settings.contentType;
  if (!isContentType(strapi, uid)) {
    throw refuse(own('contentType'), uid, 'this application has no content type of that name');
  }
  const fields = new Map<PostField, LayoutAttribute>();
  for (const field of POST_FIELDS) {
    const name = settings.attributes[field];
    if (name === false) continue;
    const setting = own('attributes', field);
    const attribute =
      name === undefined
        ? findAttribute(strapi, uid, field, setting)
        : needAttribute(strapi, uid, name, setting);
    if (attribute !== null) fields.set(field, attribute);
  }
  if (!fields.has('body')) {
    const reason = hasToBe(`the attribute of ${uid} that takes the text of a post`);
    throw new ConfigurationError(
      PLACE,
      wrongValue(['attributes', 'body'], settings.attributes.body, reason)
    );
  }
  const keys = new Map([
    ...Object.entries(settings.keys).map(
      ([key, name]) => [key, needAttribute(strapi, uid, name, own('keys', key))] as const
    ),
    ...Object.entries(mapping).map(
      ([key, name]) =>
        [
          key,
          needAttribute(strapi, uid, name, { place: mappingPlace, path: ['mapping', key] }),
        ] as const
    ),
  ]);
  return {
    uid,
    draftAndPublish: contentType(strapi, uid).options?.draftAndPublish === true,
    locale: isLocalized(strapi, uid) ? locale : null,
    unnamed,
    fields,
    keys,
    terms: TERM_KINDS.flatMap((kind) => findTerms(strapi, settings, uid, kind, locale) ?? []),
  };
};

/**
 * The attributes that files go to and that all locales of a document share: a value that is written
 * for one of them, Strapi writes into all when an editor saves. Relations and `uid` fields are each
 * locale's own.
 */
export const sharedAttributes = (
  strapi: Core.Strapi,
  { uid, fields, keys }: Target
): readonly string[] => {
  const attributes = attributesOf(strapi, uid);
  const names = [...fields.values(), ...keys.values()].map(({ name }) => name);
  return [...new Set(names)].filter((name) => {
    const attribute = attributes[name];
    return attribute?.type !== 'uid' && attribute?.pluginOptions?.i18n?.localized !== true;
  });
};
