/** Says whether a host is one of those a provider goes by. */
export type HostTest = (host: string) => boolean;

/** A host name with an optional port, as a URL writes it; `*.` before it stands for any subdomain. */
export const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[0-9]{1,5})?$/;

/** True for `*`, `*.example.org` and `example.org`. */
export function isHostPattern(pattern: string): boolean {
  return pattern === '*' || HOST.test(pattern.startsWith('*.') ? pattern.slice(2) : pattern);
}

/** The first of the patterns that is one host and not many, or null. */
export function concreteHost(patterns: readonly string[]): string | null {
  return patterns.find((pattern) => !pattern.startsWith('*')) ?? null;
}

/** A test for hosts as `URL.host` gives them: lower case, with a port where it is not the usual one. */
export function hostTest(patterns: readonly string[]): HostTest {
  const exact = new Set(patterns.filter((pattern) => !pattern.startsWith('*')));
  const suffixes = patterns
    .filter((pattern) => pattern.startsWith('*.'))
    .map((pattern) => pattern.slice(1));
  if (patterns.includes('*')) return () => true;
  return (host) => exact.has(host) || suffixes.some((suffix) => host.endsWith(suffix));
}
