import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { Answer } from 'strapi-plugin-kit/admin';
import { z } from 'zod';
import { checkRecords } from '../check/records';
import { keyOfCode, linkOf, messageOfProblem, reconcileSource } from '../core';
import type { Preview, PreviewRequest } from '../panel/contract';
import { findTwins } from '../panel/find-twins';
import type { Sources } from '../sources/sources';

/** A field's text; longer ones are refused when they are saved. */
const text = z.string().max(4096).nullish();

const question = z.object({
  contentType: z.string().max(255),
  documentId: z.string().max(255).nullish(),
  locale: z.string().max(255).nullish(),
  language: z.string().max(35).nullish(),
  code: text,
  url: text,
  stored: z.object({ code: text, url: text }),
}) satisfies z.ZodType<PreviewRequest>;

/**
 * `POST /source-links/preview`: what saving a form as it stands would keep, the link that it
 * would have, what was last found there, and which other documents tell the same story.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  return {
    async preview(ctx: Context): Promise<Answer<Preview> | undefined> {
      const asked = question.safeParse(ctx.request.body);
      if (!asked.success)
        throw new errors.ValidationError('The preview was asked for in a wrong way');
      const { contentType, documentId, locale = null, language, code, url, stored } = asked.data;
      const attributes = sources.attributesOf(contentType);
      if (attributes === null) return ctx['notFound']();
      if (!ctx.state['userAbility'].can('plugin::content-manager.explorer.read', contentType)) {
        return ctx['forbidden']();
      }
      const before = { code: stored.code || null, url: stored.url || null };
      const result = reconcileSource({ code, url }, before, sources.rules);
      if (!result.ok) {
        const problem = messageOfProblem(result.problem, attributes, language ?? undefined);
        return { data: { problem } };
      }
      const link = linkOf(result.source, sources.rules);
      const last = documentId
        ? await checkRecords(strapi).last({ contentType, documentId, locale })
        : null;
      // What was found at another address says nothing of this one.
      const found = last?.link === link ? last : null;
      const key = result.source.code === null ? null : keyOfCode(result.source.code, sources.rules);
      const { userAbility } = ctx.state;
      const asking = { userAbility, documentId: documentId ?? null, locale };
      const twins = key === null ? [] : await findTwins(strapi, sources, key, asking);
      return { data: { ...result.source, link, found, twins } };
    },
  };
};
