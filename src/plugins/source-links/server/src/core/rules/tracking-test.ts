/** Whether a parameter of an address is known for tracking; a pattern may end in `*`. */
export function trackingTest(patterns: readonly string[]): (parameter: string) => boolean {
  const lower = patterns.map((pattern) => pattern.toLowerCase());
  const exact = new Set(lower.filter((pattern) => !pattern.endsWith('*')));
  const prefixes = lower
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1));
  return (parameter) =>
    exact.has(parameter) || prefixes.some((prefix) => parameter.startsWith(prefix));
}
