import type { Core } from '@strapi/strapi';
import { addAnswerField, wrapAction } from 'strapi-plugin-kit/answers';
import { asRow, type Row } from '../core/row';
import { type Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { rowPaths } from './document-paths';
import { pathField } from './path-field';

type Action = (ctx: Context, next: unknown) => Promise<unknown>;
type Context = Parameters<Core.ControllerHandler>[0];

const ANSWERING = ['find', 'findOne', 'create', 'update'] as const;

/**
 * Has every document of a type say its `path` on REST, beside its attributes: always, or when
 * `fields` asks for it. Two statements a request, whatever the number of documents.
 */
export function sayPathsOnRest(
  permalinks: () => Permalinks,
  strapi: Core.Strapi,
  uid: string,
  settings: Pick<ServedType, 'slug' | 'date' | 'categories'>
): void {
  addAnswerField(strapi, uid, pathField(permalinks, strapi, uid, settings));
  strapi.get('controllers').extend(uid, (controller: Record<string, Action | undefined>) => {
    const wrapped = ANSWERING.flatMap((name) => {
      const action = controller[name];
      if (action === undefined) return [];
      const bound = action.bind(controller);
      return [[name, wrapAction(withPaths(permalinks, uid, bound), action)] as const];
    });
    return Object.assign(controller, Object.fromEntries(wrapped));
  });
}

function withPaths(permalinks: () => Permalinks, uid: string, action: Action): Action {
  return async (ctx, next) => {
    const asked = takePathField(ctx);
    const body = await action(ctx, next);
    const type = permalinks().types.get(uid);
    if (asked && type) await addPaths(permalinks(), type, asRow(body)?.['data']);
    return body;
  };
}

/** Whether a request wants paths. Strapi would refuse `path` among the fields, so it is taken out. */
function takePathField(ctx: Context): boolean {
  const asked: unknown = ctx.query['fields'];
  const fields =
    typeof asked === 'string' ? asked.split(',') : Array.isArray(asked) ? asked.map(String) : null;
  if (fields === null || fields.includes('*')) return true;
  if (!fields.includes('path')) return false;
  const others = fields.filter((field) => field !== 'path');
  ctx.query = { ...ctx.query, fields: others.length > 0 ? others : ['documentId'] };
  return true;
}

async function addPaths(permalinks: Permalinks, type: ServedType, data: unknown): Promise<void> {
  const documents = (Array.isArray(data) ? data : [data])
    .map(asRow)
    .filter((row): row is Row & { id: number } => typeof row?.['id'] === 'number');
  const rows = await rowPaths(permalinks, type, { ids: documents.map(({ id }) => id) });
  const paths = new Map(rows.map(({ id, path }) => [id, path]));
  for (const document of documents) {
    // Strapi 4's form of a response, which a header may ask for, nests attributes.
    const attributes = asRow(document['attributes']) ?? document;
    attributes['path'] = paths.get(document.id) ?? null;
  }
}
