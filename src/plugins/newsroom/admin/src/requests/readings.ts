/** A document as a form was made from it: what the server compares a save with. */
export interface Reading {
  readonly version: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Those of the forms that are open. */
const readings = new Map<string, Reading>();

/** How a document was read for its form; undefined where none is open, or that was not told. */
export const readingFor = (key: string): Reading | undefined => readings.get(key);

export const keepReading = (key: string, reading: Reading): void => {
  readings.set(key, reading);
};

/** To be called when a form is closed. */
export const forgetReading = (key: string): void => {
  readings.delete(key);
};

/**
 * Takes some attributes for read as they are in another reading: as they are now, where somebody has seen that, or as
 * they were when something was typed into them.
 */
export const holdTo = (key: string, reading: Reading, names: readonly string[]): void => {
  const known = readings.get(key);
  if (known === undefined) return;
  const attributes = { ...known.attributes };
  for (const name of names) {
    const hash = reading.attributes[name];
    if (hash !== undefined) attributes[name] = hash;
  }
  readings.set(key, { ...known, attributes });
};

/**
 * Takes a document for read as it was loaded anew, but for what is being typed into its form: that was made from what
 * the attribute was before, however often the document is loaded.
 */
export const adoptReading = (key: string, now: Reading, typed: readonly string[]): void => {
  const before = readings.get(key);
  readings.set(key, now);
  if (before !== undefined) holdTo(key, before, typed);
};
