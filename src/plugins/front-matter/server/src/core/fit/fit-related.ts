import { type Issue, issueOf } from '../issue';
import type { LayoutTerms } from './layout';
import type { Related } from './read-related';

/** What is to be said of some keys of the front matter. */
interface KeysIssue {
  readonly keys: readonly string[];
  readonly issue: Issue;
}

/** What front matter keys say of relations, as far as these take it. */
interface FittedRelated {
  /** What entries are known by, by key. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly issues: readonly KeysIssue[];
}

type Keyed = LayoutTerms & { readonly key: string };

const isKeyed = (terms: LayoutTerms): terms is Keyed => terms.key !== null;

const invalid = ({ key, name }: Keyed): string =>
  `"${key}" holds what is neither a text nor a map with "${name.name}": it was not linked. Write a text, or a list of texts.`;

const takesOne = ({ key }: Keyed): string =>
  `"${key}" names several, and its relation takes one: the first was linked. Leave one, or make it a relation to many.`;

const sayOnce = (
  code: 'RELATION_INVALID' | 'RELATION_TAKES_ONE',
  terms: readonly Keyed[],
  messageOf: (terms: Keyed) => string
): readonly KeysIssue[] => {
  const [first] = terms;
  if (first === undefined) return [];
  const message = terms.map(messageOf).join(' ');
  return [
    {
      keys: terms.map(({ key }) => key),
      issue: issueOf(code, { message, field: first.attribute }),
    },
  ];
};

/**
 * Fits what front matter keys say of relations to these. Codes, each once a file: RELATION_INVALID,
 * RELATION_TAKES_ONE.
 */
export const fitRelated = (
  related: ReadonlyMap<string, Related>,
  layout: readonly LayoutTerms[]
): FittedRelated => {
  const values = new Map<string, readonly string[]>();
  const unfit: Keyed[] = [];
  const full: Keyed[] = [];
  for (const terms of layout.filter(isKeyed)) {
    const { texts = [], isUnfit = false } = related.get(terms.key) ?? {};
    const isFull = terms.isOne && texts.length > 1;
    values.set(terms.key, isFull ? texts.slice(0, 1) : texts);
    if (isUnfit) unfit.push(terms);
    if (isFull) full.push(terms);
  }
  return {
    values,
    issues: [
      ...sayOnce('RELATION_INVALID', unfit, invalid),
      ...sayOnce('RELATION_TAKES_ONE', full, takesOne),
    ],
  };
};
