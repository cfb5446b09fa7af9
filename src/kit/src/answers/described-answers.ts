import type { z } from '@strapi/utils';

/**
 * What a route answers with beside the JSON of its `response`, by status and media type. Strapi's own descriptions have
 * no place for it; `strapi-delivery openapi` writes it down.
 */
export type DescribedAnswers = Readonly<
  Record<
    number,
    { readonly description: string; readonly content?: Readonly<Record<string, z.ZodType>> }
  >
>;
