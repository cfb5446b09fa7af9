import type { Core, UID } from '@strapi/strapi';
import { languageOf } from 'strapi-plugin-kit/texts';

import { type Reading, readingOf } from '../core/reading';
import { nameOfType } from '../panel/named-relations';
import { mayReadName } from '../permissions/may-read-name';
import { type Context, permissionsOf } from '../permissions/permissions';
import { messages } from '../messages';
import type { Asked, ReadDocument } from '../reading/read-document';

/** Names that are told of one relation, and characters of each. */
const NAMES = 100;
const LENGTH = 100;

type Seen = Readonly<Record<string, unknown>>;

/** The reading of what an editor may see; null where no header has room for it. */
export const visibleReading = ({ attributes }: ReadDocument, seen: Seen): Reading | null =>
  readingOf(
    Object.fromEntries(
      [...attributes].flatMap(([name, { hash }]) => (name in seen ? [[name, hash]] : []))
    )
  );

/** What related documents are called, by their ids: of the first, and none that may not be read. */
const namesOf = async (
  strapi: Core.Strapi,
  ctx: Context,
  uid: string,
  { document, related }: ReadDocument,
  conflict: string
): Promise<Readonly<Record<string, string>>> => {
  if (!related.has(conflict)) return {};
  const { target } = strapi.contentType(uid as UID.ContentType).attributes[conflict] as {
    readonly target: string;
  };
  const name = nameOfType(strapi, target);
  if (name === undefined || !(await mayReadName(strapi, ctx, { target, name }))) return {};
  const select = ['documentId', name];
  const found: unknown = await strapi.db
    .query(uid)
    .load({ id: document['id'] as number }, conflict, { select, limit: NAMES });
  const rows = [found ?? []].flat() as unknown as readonly Seen[];
  return Object.fromEntries(
    rows.map((row) => [String(row['documentId']), String(row[name] ?? '').slice(0, LENGTH)])
  );
};

/** An attribute that both have changed, as it is now. */
const conflictOf = async (
  strapi: Core.Strapi,
  ctx: Context,
  { uid, read, seen }: { readonly uid: string; readonly read: ReadDocument; readonly seen: Seen },
  attribute: string
): Promise<object> => {
  if (!(attribute in seen)) return { attribute };
  const ids = read.related.get(attribute);
  if (ids === undefined) return { attribute, now: seen[attribute] ?? null };
  return { attribute, now: ids, names: await namesOf(strapi, ctx, uid, read, attribute) };
};

/**
 * The answer that both have changed some attributes, with what these are now. It is named a validation error: so
 * the form keeps what was typed, and marks its fields.
 */
export const refusalOf = async (
  strapi: Core.Strapi,
  ctx: Context,
  { uid }: Pick<Asked, 'uid'>,
  read: ReadDocument,
  conflicts: readonly string[]
): Promise<object> => {
  const language = languageOf(strapi, ctx);
  const permissions = permissionsOf(strapi, ctx, uid);
  const seen = permissions.cannot.read(read.document)
    ? {}
    : await permissions.sanitizeOutput(read.document);
  const message = messages.in(language, 'save.conflict');
  const told: object[] = [];
  for (const name of conflicts) {
    told.push(await conflictOf(strapi, ctx, { uid, read, seen }, name));
  }
  return {
    data: null,
    error: {
      status: 409,
      name: 'ValidationError',
      message: messages.in(language, 'save.conflicts'),
      details: {
        errors: conflicts.map((name) => ({ path: [name], message, name: 'ValidationError' })),
        conflicts: told,
        reading: visibleReading(read, seen),
      },
    },
  };
};
