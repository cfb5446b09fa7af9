import { z } from '@strapi/utils';
import type { DescribedAnswers } from 'strapi-plugin-kit/answers';

const found = {
  contentType: z.string(),
  documentId: z.string(),
  slug: z.string().nullable(),
  path: z
    .string()
    .nullable()
    .describe('Percent-encoded; null where the document has no page, or is gone'),
  status: z
    .union([z.literal(200), z.literal(301), z.literal(410)])
    .describe('200: here it is; 301: it is at its path; 410: it is no more'),
};
const nowhere = {
  contentType: z.null(),
  documentId: z.null(),
  slug: z.null(),
  path: z.null(),
  status: z.literal(404),
};

const one: DescribedAnswers = {
  404: { description: 'No document has the address, or only a draft' },
};

const redirects: DescribedAnswers = {
  200: {
    description: 'All redirects, and what is gone, in the format that was asked for',
    content: {
      'application/json': z.array(
        z.union([
          z.strictObject({ from: z.string(), to: z.string(), status: z.literal(301) }),
          z.strictObject({ from: z.string(), to: z.null(), status: z.literal(410) }),
        ])
      ),
      'text/plain': z.string(),
    },
  },
};

/** What routes take and answer with, in the words of Strapi's own, and what these have no words for. */
export const described = {
  one: {
    request: {
      query: { url: z.string().describe('A path or a whole URL, raw or percent-encoded') },
    },
    response: z.object({ data: z.object(found) }),
    answers: one,
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
    answers: redirects,
  },
};
