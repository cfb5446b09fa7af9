import type { Core } from '@strapi/strapi';

import { languageOf } from '../../texts';
import { messages } from '../../texts/kit-messages';
import { saidIn } from '../../texts/translate-error';
import { findUnstorable } from './find-unstorable';
import type { Limits } from '../limits/limits';

/** Forms carry objects as JSON in a field: the upload's `fileInfo`. */
const decoded = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.values(body).map(decodedField);
};

const decodedField = (field: unknown): unknown => {
  if (Array.isArray(field)) return field.map(decodedField);
  if (typeof field !== 'string' || !/^\s*[[{"]/u.test(field)) return field;
  try {
    return JSON.parse(field) as unknown;
  } catch {
    return field;
  }
};

const namesOfFiles = (files: object | undefined): unknown[] =>
  Object.values(files ?? {})
    .flat()
    .map((file: { originalFilename?: unknown }) => file.originalFilename);

/**
 * Refuses what no database can keep, in an address, a body, a form or a file's name: PostgreSQL
 * answers it with an error, others keep what no text should hold.
 */
export const refuseUnstorable =
  (strapi: Core.Strapi, { bodyDepth }: Limits): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const { body, files } = ctx.request as { body?: unknown; files?: object };
    if (/%00/u.test(ctx.url)) {
      return ctx.badRequest(messages.in(languageOf(strapi, ctx), 'text.nul'));
    }
    const wrong =
      findUnstorable(body, bodyDepth) ??
      (ctx.is('multipart') ? findUnstorable(decoded(body), bodyDepth + 1) : null) ??
      findUnstorable(namesOfFiles(files), 2);
    return wrong === null ? next() : ctx.badRequest(saidIn(languageOf(strapi, ctx), wrong));
  };
