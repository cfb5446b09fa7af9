import type { SiteDocument } from '../core/document';
import type { JsonValue } from '../core/post';

type Values = Readonly<Record<string, JsonValue>>;

const publishedValues = (
  document: SiteDocument,
  pick: (main: Values, published: Values) => Values
): SiteDocument =>
  document.published === null
    ? document
    : {
        ...document,
        published: {
          ...document.published,
          values: pick(document.main.values, document.published.values),
        },
      };

/** The short form that is stored: a public row says only what its draft does not say alike. */
export const packDocument = (document: SiteDocument): SiteDocument =>
  publishedValues(document, (main, published) =>
    Object.fromEntries(Object.entries(published).filter(([name, value]) => main[name] !== value))
  );

/** The inverse of `packDocument`. */
export const unpackDocument = (document: SiteDocument): SiteDocument =>
  publishedValues(document, (main, published) => ({ ...main, ...published }));
