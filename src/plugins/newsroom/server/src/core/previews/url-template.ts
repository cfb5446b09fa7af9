/** What an address of a frontend may be made of. */
const PLACEHOLDERS = ['path', 'documentId', 'contentType', 'locale', 'status'] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands for the placeholders of one document; a path is percent-encoded already. */
type PreviewValues = Readonly<Record<Placeholder, string>>;

/** The address of a frontend's preview, with placeholders. */
export interface UrlTemplate {
  /** The origin of all addresses, as `https://www.example.com`. */
  readonly origin: string;
  /** Which placeholders it has. */
  readonly placeholders: readonly Placeholder[];
  fill(values: PreviewValues): string;
}

const GAP = /\{([^{}]*)\}/gu;

const isPlaceholder = (name: string): name is Placeholder =>
  PLACEHOLDERS.some((known) => known === name);

/** Each value is one part of a path or a query; only a path stays as it is in front of the query. */
const fill = (template: string, values: PreviewValues): string => {
  const query = template.search(/[?#]/u);
  return template.replace(GAP, (gap, name: string, at: number) => {
    if (!isPlaceholder(name)) return gap;
    const isPart = name !== 'path' || (query >= 0 && at > query);
    return isPart ? encodeURIComponent(values[name]) : values[name];
  });
};

const sampleOf = (letter: string): PreviewValues => ({
  path: `/${letter}`,
  documentId: letter,
  contentType: letter,
  locale: letter,
  status: letter,
});

const originOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
};

/**
 * Reads the address of a frontend's preview.
 *
 * @throws Error that says what is wrong: no address of the web, a placeholder that is not known, or a host that would
 *   be another one for each document
 */
export const readTemplate = (template: string): UrlTemplate => {
  const names = [...template.matchAll(GAP)].map(([, name = '']) => name);
  const unknown = names.find((name) => !isPlaceholder(name));
  if (unknown !== undefined) {
    const known = PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
    throw new Error(`has the placeholder "{${unknown}}"; known are ${known}`);
  }
  const [origin, other] = ['a', 'b'].map((letter) => originOf(fill(template, sampleOf(letter))));
  if (!origin) throw new Error('has to begin with http:// or https:// and a host');
  if (origin !== other) throw new Error('has a placeholder in its host');
  return {
    origin,
    placeholders: names.filter(isPlaceholder),
    fill: (values) => fill(template, values),
  };
};
