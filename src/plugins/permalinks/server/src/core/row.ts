/** A row as hooks and bodies have it: attributes by name, of any kind. */
export type Row = Record<string, unknown>;

/** What is an object with named members, or null. */
export function asRow(value: unknown): Row | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Row)
    : null;
}
