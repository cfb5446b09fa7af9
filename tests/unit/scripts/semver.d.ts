declare module 'semver' {
  /** The version in its plain form; null where the text is none. */
  export function valid(text: string): string | null;
  /** Below 0 where the first one is earlier. */
  export function compare(one: string, other: string): number;
  /** Whether a version is in a range. */
  export function satisfies(version: string, range: string): boolean;
}
