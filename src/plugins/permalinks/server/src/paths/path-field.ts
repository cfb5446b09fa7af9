import type { UID } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import type { AnswerField } from 'strapi-plugin-kit/answers';
import { asRow } from '../core/row';
import { type Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { pathOf } from './document-paths';
import { toDateTime } from './read-facts';
import { timezoneStore } from './timezone';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A moment in milliseconds, which are read faster than its text; a day stays as it is. */
const momentOf = (value: unknown): unknown =>
  typeof value === 'string' && value.endsWith('Z') ? Date.parse(value) : value;

/** What a path is rendered from, as a document has it. */
interface Rendered {
  readonly slug: string;
  /** Milliseconds, or a day as text. */
  readonly date: unknown;
  readonly categories: readonly string[];
  readonly locale: string | null;
}

/** Paths that are remembered by what they are rendered from: lists show the same documents over and over. */
const MOST = 5_000;

/** Does for each text that it was told before what it did then. */
const remembering = <Result>(make: (key: string) => Result): ((key: string) => Result) => {
  const known = new Map<string, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
};

/** The field `path`, for whoever answers for a type in the place of its controller. */
export function pathField(
  permalinks: () => Permalinks,
  strapi: Core.Strapi,
  uid: string,
  { slug, date, categories }: Pick<ServedType, 'slug' | 'date' | 'categories'>
): AnswerField {
  const { attributes } = strapi.contentType(uid as UID.ContentType);
  const related = categories === null ? undefined : Object(attributes[categories]).target;
  const slugOf = (): string => permalinks().types.get(text(related))?.slug ?? 'slug';
  const own = ['publishedAt', 'locale'].filter((name) => name in attributes);
  let latest: { type: ServedType; zone: string; path: (facts: string) => string | null } | null =
    null;
  const render = (type: ServedType, zone: string) => {
    if (latest?.type !== type || latest.zone !== zone) {
      const path = remembering((key) => {
        const facts = JSON.parse(key) as Rendered;
        return pathOf(type, { ...facts, date: toDateTime(facts.date, zone) });
      });
      latest = { type, zone, path };
    }
    return latest.path;
  };
  return {
    name: 'path',
    attributes: [slug, ...(date === null ? [] : [date]), ...own],
    get relations() {
      return categories === null ? {} : { [categories]: [slugOf()] };
    },
    async valuesOf(documents) {
      const type = permalinks().types.get(uid);
      if (type === undefined) return documents.map(() => null);
      const zone = await timezoneStore(strapi).current();
      return documents.map((document) => {
        const linked = categories === null ? [] : [document[categories] ?? []].flat();
        const facts: Rendered = {
          slug: text(document[slug]),
          date: momentOf((date && document[date]) ?? document['publishedAt']),
          categories: linked.map((one) => text(asRow(one)?.[slugOf()])).filter((one) => one !== ''),
          locale: typeof document['locale'] === 'string' ? document['locale'] : null,
        };
        return render(type, zone)(JSON.stringify(facts));
      });
    },
  };
}
