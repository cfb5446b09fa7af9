import { addressOfCode, codeInAddress } from '../rules/address-shape';
import type { Provider, SourceRules } from '../rules/source-rules';
import { concreteHost } from '../rules/host-pattern';
import { readSourceUrl } from './source-url';

/** What an address is known as: whose it is, and the code in it where its shape has one. */
export interface KnownAddress {
  readonly provider: Provider;
  readonly code: string | null;
}

/** The first provider whose shape the address has, else the first that goes by its host. */
export function recognise(url: URL, rules: SourceRules): KnownAddress | null {
  for (const provider of rules.providers) {
    if (provider.shape === null || provider.code === null || !provider.goesBy(url.host)) continue;
    const code = codeInAddress(provider.shape, url);
    if (code !== null && provider.code(code) !== null) return { provider, code };
  }
  const provider = rules.providers.find(({ goesBy }) => goesBy(url.host));
  return provider === undefined ? null : { provider, code: null };
}

/** The code in an address of a known shape; null for every other text. */
export function codeOfUrl(url: string, rules: SourceRules): string | null {
  const read = readSourceUrl(url, rules.isTracking);
  return read.ok ? (recognise(read.url, rules)?.code ?? null) : null;
}

/** The address of a code, by the first provider that knows it; null where none can make one. */
export function urlOfCode(code: string, rules: SourceRules): string | null {
  const provider = providerOfCode(code, rules);
  if (provider === null || provider.shape === null) return null;
  const host = provider.canonicalHost ?? concreteHost(provider.hosts);
  return host === null ? null : addressOfCode(provider.shape, host, code);
}

/** The first provider that has such codes. */
function providerOfCode(code: string, rules: SourceRules): Provider | null {
  return (
    rules.providers.find((provider) => provider.code !== null && provider.code(code) !== null) ??
    null
  );
}

/** What a code shares with the codes of the same story's other copies; null where it shares nothing. */
export function keyOfCode(code: string, rules: SourceRules): string | null {
  for (const provider of rules.providers) {
    const known = provider.code?.(code) ?? null;
    if (known !== null) return known.key;
  }
  return null;
}

/**
 * The address to send a reader to: the stored one, at its provider's canonical host, or the one
 * that the code makes where none is stored. Null where there is none that a browser may follow.
 */
export function linkOf(
  source: { readonly code: string | null; readonly url: string | null },
  rules: SourceRules
): string | null {
  if (source.url === null || source.url === '') {
    return source.code === null ? null : urlOfCode(source.code, rules);
  }
  const read = readSourceUrl(source.url, rules.isTracking);
  if (!read.ok) return null;
  const known = recognise(read.url, rules);
  const host = known?.provider.canonicalHost ?? null;
  if (known === null || host === null || host === read.url.host) return read.text;
  const { provider, code } = known;
  // Of a provider that may be anywhere only the shape is its own.
  if (provider.isGeneric && code === null) return read.text;
  const protocol = provider.shape?.protocol ?? read.url.protocol;
  // Only scheme and host are exchanged: the rest stays as it was found, not as a parser writes it.
  return `${protocol}//${host}${read.text.replace(/^https?:\/\/[^/?#]*/i, '')}`;
}
