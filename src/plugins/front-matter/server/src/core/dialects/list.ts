/** The dialects that can be read. */
const DIALECTS = ['jekyll'] as const;

/** What may be asked for; `auto` looks at the archive. */
export const DIALECT_CHOICES = ['auto', ...DIALECTS] as const;

export type DialectChoice = (typeof DIALECT_CHOICES)[number];
