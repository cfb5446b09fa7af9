/** Whether an error, or what caused it, is one that a driver tells of by one of some codes. */
export const hasCode = (error: unknown, codes: ReadonlySet<string>): boolean => {
  // A driver's errors may be of another realm, whose `Error` is not this one.
  let at = error as { readonly code?: unknown; readonly cause?: unknown } | null | undefined;
  for (; typeof at === 'object' && at !== null; at = at.cause as typeof at) {
    if (typeof at.code === 'string' && codes.has(at.code)) return true;
  }
  return false;
};
