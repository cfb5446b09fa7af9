import type { Core, UID } from '@strapi/strapi';

export type Context = Parameters<Core.ControllerHandler>[0];
type Document = Readonly<Record<string, unknown>>;

interface Answer {
  readonly data: readonly Document[];
}

/** What a request may ask of the documents that it is answered with, as of lists. */
const PARAMETERS = ['fields', 'populate', 'locale'] as const;

/**
 * Has a type's own controller answer with some documents: with the rights, checks and fields of its list.
 *
 * @param ids of rows, at most as many as a page may have
 * @param fields those that are answered unless the request names others
 * @returns the documents that may be read, by the ids of their rows
 */
export const findDocuments = async (
  strapi: Core.Strapi,
  ctx: Context,
  uid: string,
  ids: readonly number[],
  fields: readonly string[]
): Promise<ReadonlyMap<number, Document>> => {
  if (ids.length === 0) return new Map();
  const { query } = ctx;
  const asked = Object.fromEntries(
    PARAMETERS.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]))
  );
  const list = {
    fields,
    ...asked,
    filters: { id: { $in: ids } },
    pagination: { pageSize: ids.length, withCount: false },
  };
  const controller = strapi.controller(uid as UID.Controller);
  ctx.query = list as unknown as typeof query;
  try {
    const { data } = (await controller['find']?.(ctx, async () => undefined)) as Answer;
    return new Map(data.map((document) => [Number(document['id']), document]));
  } finally {
    ctx.query = query;
  }
};
