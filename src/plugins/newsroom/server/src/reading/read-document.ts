import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import { hashValue } from '../core/hash-value';
import { comparable, type Present } from '../core/merge-save';
import type { Kind } from '../core/reading';

/** A document's draft, and what its attributes are to a comparison. */
export interface ReadDocument {
  readonly document: Readonly<Record<string, unknown>>;
  readonly attributes: ReadonlyMap<string, Present>;
  /** The ids of related documents, by attribute, in the order of the relation. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** Which document a form is about. */
export interface Asked {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | undefined;
}

/** Related documents that are compared: where there are more, forms send what changes alone. */
const MOST = 1000;

interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly mappedBy?: string;
  readonly visible?: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  media: 'media',
  component: 'component',
  dynamiczone: 'component',
};

/** Those of a type that an editor writes, but for relations that are another document's to keep. */
const attributesOf = (strapi: Core.Strapi, uid: string): readonly (readonly [string, Kind])[] => {
  const schema = strapi.contentType(uid as UID.ContentType);
  const written = new Set(contentTypes.getWritableAttributes(schema));
  const all = schema.attributes as unknown as Readonly<Record<string, Attribute>>;
  return Object.entries(all).flatMap(
    ([name, { type, relation, mappedBy, visible }]): readonly (readonly [string, Kind])[] => {
      // What no form shows is no editor's: the language of a document among it.
      if (!written.has(name) || visible === false || type === 'password') return [];
      if (type !== 'relation') return [[name, KINDS[type] ?? 'value']];
      const isOwn = mappedBy === undefined && relation?.startsWith('morph') !== true;
      return isOwn ? [[name, 'relation']] : [];
    }
  );
};

interface PopulateBuilder {
  populateDeep(level: number): PopulateBuilder;
  countRelations(): PopulateBuilder;
  build(): Promise<object>;
}

/** What the content manager's form is made of. */
const populateOf = async (strapi: Core.Strapi, uid: string): Promise<object> => {
  const builder = strapi.plugin('content-manager').service('populate-builder') as unknown as (
    uid: string
  ) => PopulateBuilder;
  return builder(uid).populateDeep(Infinity).countRelations().build();
};

const relatedTo = async (
  strapi: Core.Strapi,
  uid: string,
  id: unknown,
  name: string
): Promise<readonly string[] | null> => {
  const found: unknown = await strapi.db
    .query(uid)
    .load({ id: id as number }, name, { select: ['documentId'], limit: MOST + 1 });
  const rows = [found ?? []].flat() as { readonly documentId: string }[];
  // A draft and its published version are one document.
  return rows.length > MOST ? null : [...new Set(rows.map(({ documentId }) => documentId))];
};

/** Reads the draft that a form is about; null where there is none. */
export const readDocument = async (
  strapi: Core.Strapi,
  { uid, documentId, locale }: Asked
): Promise<ReadDocument | null> => {
  const schema = strapi.contentType(uid as UID.ContentType);
  const document = (await strapi.documents(uid as UID.ContentType).findOne({
    documentId,
    ...(locale === undefined ? {} : { locale }),
    ...(contentTypes.hasDraftAndPublish(schema) ? { status: 'draft' } : {}),
    populate: (await populateOf(strapi, uid)) as never,
  })) as Readonly<Record<string, unknown>> | null;
  if (document === null) return null;
  const attributes = new Map<string, Present>();
  const related = new Map<string, readonly string[]>();
  for (const [name, kind] of attributesOf(strapi, uid)) {
    if (kind !== 'relation') {
      attributes.set(name, { kind, hash: hashValue(comparable(kind, document[name])) });
      continue;
    }
    const ids = await relatedTo(strapi, uid, document['id'], name);
    if (ids === null) continue;
    related.set(name, ids);
    attributes.set(name, { kind, hash: hashValue(ids) });
  }
  return { document, attributes, related };
};
