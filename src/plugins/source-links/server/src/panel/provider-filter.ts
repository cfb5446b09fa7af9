import type { SourceAttributes } from '../config';
import type { SourceRules } from '../core';

/** Filters in the shape that Strapi's query API takes. */
export type Filters = Readonly<Record<string, unknown>>;

type Provider = SourceRules['providers'][number];

/** The name of a filter by provider in a list's query; it is no attribute of any type. */
export const PROVIDER_FILTER = '__sourceProvider';

/**
 * The rows that belong to a provider, as filters on what is stored: addresses at its hosts, with the
 * beginning of their shape, and codes without an address. A database compares beginnings and not
 * patterns, so an address of no known shape below such a beginning counts too. Null where there is
 * no provider of that name.
 */
export function filtersOfProvider(
  name: string,
  attributes: SourceAttributes,
  rules: SourceRules
): Filters | null {
  const provider = rules.providers.find((candidate) => candidate.name === name);
  if (provider === undefined) return null;
  const others = rules.providers.filter((other) => other !== provider);
  return provider.isGeneric
    ? withNone(
        others.flatMap((other) => addressesOf(other, attributes)),
        attributes.url
      )
    : { $or: [...addressesOf(provider, attributes), ...codesOf(provider, others, attributes)] };
}

function addressesOf(provider: Provider, { url }: SourceAttributes): Filters[] {
  const path = provider.shape?.path.literals[0] ?? '/';
  return provider.hosts.flatMap((host): Filters[] => {
    if (host === '*') return [];
    if (host.startsWith('*.')) return [{ [url]: { $containsi: `${host.slice(1)}${path}` } }];
    return ['http', 'https'].map((scheme) => ({
      // Hosts know no upper case; the column has no index that a stricter look could use.
      [url]: { $startsWithi: `${scheme}://${host}${path}` },
    }));
  });
}

/**
 * Codes that stand alone: by the letters they begin with, unless another provider's begin with those and
 * more; or, where they have none, by what no other has.
 */
function codesOf(
  provider: Provider,
  others: readonly Provider[],
  { code, url, key }: SourceAttributes
): Filters[] {
  if (provider.code === null) return [];
  const { prefix } = provider.code;
  if (prefix === '' && key === false) return [];
  const longer = others.flatMap((other) => {
    const its = other.code?.prefix ?? '';
    return its.length > prefix.length && its.startsWith(prefix) ? [its] : [];
  });
  const own: Filters =
    prefix === '' ? { [String(key)]: { $notNull: true } } : { [code]: { $startsWith: prefix } };
  return [
    {
      $and: [
        { [url]: { $null: true } },
        own,
        ...longer.map((its) => ({ $not: { [code]: { $startsWith: its } } })),
      ],
    },
  ];
}

function withNone(filters: readonly Filters[], url: string): Filters {
  return { $and: [{ [url]: { $notNull: true } }, ...filters.map((filter) => ({ $not: filter }))] };
}
