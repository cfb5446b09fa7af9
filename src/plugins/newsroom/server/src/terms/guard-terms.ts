import type { Core } from '@strapi/strapi';
import { type Transaction, transact } from 'strapi-plugin-kit/database';

import { localesNamed } from '../permissions/locales';
import { keepName, type TermWrite } from './keep-names';
import { termError } from './term-error';
import { isOwnAncestor, lockTree } from './term-tree';
import { type TermType, termTypes } from './term-type';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Written = Readonly<Record<string, unknown>>;

const NAMING = new Set(['create', 'update', 'clone']);

/** What writes the rows of a type with drafts from others of the same document. */
const COPYING = new Set(['publish', 'discardDraft']);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The language of what is written; null on a type that is not localised. */
const localeOf = async (
  strapi: Core.Strapi,
  { uid, isLocalised }: TermType,
  asked: unknown
): Promise<string | null> =>
  isLocalised
    ? ((await localesNamed(strapi, uid, asked === '*' ? null : asked))?.[0] ?? null)
    : null;

/** Whether a write may change what a term stands under. */
const movesTerm = (
  { parent, children, hasDrafts }: TermType,
  { action, data }: TermWrite
): boolean => {
  if (parent === null) return false;
  if (COPYING.has(action)) return hasDrafts;
  if (!NAMING.has(action)) return false;
  return action === 'clone' || parent.attribute in data || (children !== null && children in data);
};

/** The ids of the documents that a write has written. */
const writtenIds = ({ documentId }: TermWrite, result: unknown): readonly string[] => {
  const own = textOf((result as Written | null)?.['documentId']);
  return [...new Set([own, documentId].filter((id) => id !== null))];
};

const guard = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  write: TermWrite,
  put: (name: string) => void,
  next: () => Promise<unknown>
): Promise<unknown> => {
  const moves = movesTerm(type, write);
  if (moves) await lockTree(strapi, trx, type);
  if (NAMING.has(write.action)) {
    const name = await keepName(strapi, trx, type, write);
    if (name !== null) put(name);
  }
  const result = await next();
  if (!moves || type.parent === null) return result;
  for (const documentId of writtenIds(write, result)) {
    if (await isOwnAncestor(strapi, trx, type, documentId)) {
      throw termError(type.parent.attribute, 'term.own-ancestor');
    }
  }
  return result;
};

const middleware =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const type = termTypes(strapi).get(context.uid);
    const isWrite = NAMING.has(context.action) || COPYING.has(context.action);
    if (type === undefined || !isWrite) return next();
    const params = context.params as Written;
    const data = (params['data'] ?? {}) as Written;
    const write: TermWrite = {
      action: context.action,
      documentId: textOf(params['documentId']),
      locale: await localeOf(strapi, type, params['locale']),
      data,
    };
    const put = (name: string): void => {
      Object.assign(context, { params: { ...params, data: { ...data, [type.name]: name } } });
    };
    return transact(strapi.db, (trx) => guard(strapi, trx, type, write, put, next)) as ReturnType<
      typeof next
    >;
  };

/**
 * Keeps names of terms apart, and terms from standing under themselves, by whichever door they are written. To be called
 * by `register`.
 */
export const guardTerms = (strapi: Core.Strapi): void => {
  strapi.documents.use(middleware(strapi));
};
