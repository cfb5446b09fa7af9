import fc from 'fast-check';

/** A part that is there now and then. */
export const rarely = <Part>(
  weight: number,
  part: fc.Arbitrary<Part>
): fc.Arbitrary<Part | undefined> =>
  fc.oneof(
    { weight, arbitrary: part },
    { weight: 100 - weight, arbitrary: fc.constant(undefined) }
  );

type Known<Parts> = { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> };

/** Leaves out the parts that are not there. */
export const present = <Parts extends object>(parts: Parts): Known<Parts> =>
  Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined)
  ) as Known<Parts>;
