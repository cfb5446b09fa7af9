import fc from 'fast-check';
import type { PersonName } from '../people/people';

/** Who asks: visitors as a rule. */
export const who: fc.Arbitrary<PersonName> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<PersonName>('visitor') },
  { weight: 6, arbitrary: fc.constantFrom<PersonName[]>('reader', 'account') },
  { weight: 6, arbitrary: fc.constantFrom<PersonName[]>('token', 'fullToken') },
  { weight: 1, arbitrary: fc.constant<PersonName>('stranger') }
);
