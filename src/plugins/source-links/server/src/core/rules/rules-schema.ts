import { hasToBe } from 'strapi-plugin-kit/config';
import { z } from 'zod';
import { HOST, isHostPattern } from './host-pattern';

/** Parameters that say how a reader came to a page and nothing about the page. `*` ends a prefix. */
export const TRACKING_PARAMETERS = [
  'utm_*',
  'spm',
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  '_openstat',
  'hmsr',
  'hmpl',
  'hmcu',
  'hmkw',
  'hmci',
] as const;

const nonEmpty = z.string().min(1);
const gapped = (gap: string) =>
  nonEmpty.refine((text) => text.includes(`{${gap}}`), {
    error: `it has to hold "{${gap}}"`,
  });

const host = z.string().regex(HOST, { error: hasToBe('a host in lower case') });

const provider = z.strictObject({
  /** What the provider is called in filters and reports. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, {
    error: hasToBe('lower-case letters, digits and hyphens, 63 at most, with a letter first'),
  }),
  /** The hosts it goes by or went by: `example.org`, `*.example.org`, or `*` for any. */
  hosts: z
    .array(z.string().refine(isHostPattern, { error: hasToBe('a host, "*.host" or "*"') }))
    .min(1),
  /** The host to send readers to now; without it a link stays with the host it was found with. */
  canonicalHost: host.optional(),
  /** A regular expression for a whole code; its group `key` is what twins of a story share. */
  code: nonEmpty.max(200).optional(),
  /** Where the code stands in an address: `http://{host}/…{code}…`. */
  address: nonEmpty.max(1000).optional(),
});

const sourceLine = gapped('url');
const backLink = gapped('href')
  .refine((text) => text.includes('{label}'), { error: 'it has to hold "{label}"' })
  .refine((text) => !text.startsWith('{') && !text.endsWith('}'), {
    error: 'it has to begin and end with marks of its own',
  });

/** A reader looks no further back than this for what joins two links. */
const separator = nonEmpty.max(16);

/** The one form in which the trailer of a post is written that never had one; it is read, too. */
const compose = z.strictObject({
  sourceLine: sourceLine.default('<{url}>'),
  backLink: backLink.default('[返回{label}]({href})'),
  /** What stands between two links back; a line break puts each on a line of its own. */
  joint: z
    .union([
      z.literal('\n'),
      separator.regex(/^[^\r\n]*[^\s][^\r\n]*$/, { error: hasToBe('words or marks on one line') }),
    ])
    .default('｜'),
  /** The link back to a category: its `{name}`, and its `{address}` as the site has it. */
  category: z
    .union([
      z.literal(false),
      z.strictObject({
        label: gapped('name').default('{name}'),
        href: gapped('address').default('{address}'),
      }),
    ])
    .prefault({}),
  /** The last link back, to the site's front page. */
  home: z
    .union([z.literal(false), z.strictObject({ label: nonEmpty, href: nonEmpty })], {
      error: hasToBe('false, or { label, href }'),
    })
    .default({ label: '首页', href: '/' }),
  /** What ends the file. */
  end: z.union([z.literal(''), z.literal('\n')]).default(''),
});

/** The part of the plugin's configuration that pure code works by. */
export const rulesShape = {
  providers: z
    .array(provider)
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
      error: hasToBe('a list in which each provider has a name of its own'),
    })
    .default([]),
  /** By provider, the host that readers are sent to now. */
  canonicalHosts: z.record(z.string(), host).default({}),
  /** Query parameters to take off, besides the usual ones; `*` at the end stands for any ending. */
  trackingParameters: z
    .array(z.string().regex(/^[^*&=\s]+\*?$/, { error: hasToBe('a name, or a prefix and "*"') }))
    .default([]),
  /** How trailers look, besides the forms that are known. */
  trailers: z
    .strictObject({
      sourceLines: z.array(sourceLine).default([]),
      backLinks: z.array(backLink).default([]),
      separators: z.array(separator).default([]),
      /** Whether a URL at a body's end with no links back after it is a source where nobody knows it. */
      loneLinks: z.enum(['known', 'any']).default('known'),
      compose: compose.prefault({}),
    })
    .prefault({}),
  /** How a body names its source, besides `（文章来源：{name}）`. */
  names: z.array(gapped('name')).default([]),
};

export type RulesConfig = z.infer<z.ZodObject<typeof rulesShape>>;
export type ProviderConfig = z.infer<typeof provider>;
