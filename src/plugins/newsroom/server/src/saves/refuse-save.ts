import type { Core, UID } from '@strapi/strapi';
import { languageOf } from 'strapi-plugin-kit/texts';

import { type Reading, readingOf } from '../core/reading';
import { type Context, permissionsOf } from '../permissions/permissions';
import { messages } from '../messages';
import type { Asked, ReadDocument } from '../reading/read-document';
import { relatedNames } from '../reading/related-names';

/** Characters of a name: those of a type may be as long as a book. */
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
  document: Seen,
  name: string
): Promise<Readonly<Record<string, string>>> => {
  const { target } = strapi.contentType(uid as UID.ContentType).attributes[name] as {
    readonly target: string;
  };
  const row = { uid, id: Number(document['id']) };
  const { names } = await relatedNames(strapi, ctx.state['userAbility'], row, { name, target });
  return Object.fromEntries([...names].map(([id, text]) => [id, text.slice(0, LENGTH)]));
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
  return { attribute, now: ids, names: await namesOf(strapi, ctx, uid, read.document, attribute) };
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
