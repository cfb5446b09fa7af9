import { z } from '@strapi/utils';

const found = {
  contentType: z.string(),
  documentId: z.string(),
  slug: z.string(),
  path: z.string().nullable(),
  status: z.union([z.literal(200), z.literal(301), z.literal(410)]),
};
const nowhere = {
  contentType: z.null(),
  documentId: z.null(),
  slug: z.null(),
  path: z.null(),
  status: z.literal(404),
};

/** What routes take and answer with, in the words of Strapi's own: `strapi openapi generate` reads it. */
export const described = {
  one: {
    request: { query: { url: z.string() } },
    response: z.object({ data: z.object(found) }),
  },
  many: {
    request: { body: { 'application/json': z.object({ urls: z.array(z.string()).max(1000) }) } },
    response: z.object({
      data: z.array(
        z.union([
          z.object({ url: z.string(), ...found }),
          z.object({ url: z.string(), ...nowhere }),
        ])
      ),
    }),
  },
  redirects: {
    request: { query: { format: z.enum(['json', 'netlify', 'nginx']).optional() } },
  },
};
