import fc from 'fast-check';
import { slotOf } from '../questions/filters';
import { present, rarely } from '../questions/parts';
import type { Tree } from '../questions/values';

const WITH_COUNT = fc.constantFrom('true', 'false', '1', '0', 't', 'f');

const ODD_NUMBERS = fc.constantFrom(
  '0',
  '-1',
  '',
  '101',
  '100000',
  '2147483648',
  '1e3',
  '1.5',
  'x',
  ' 2'
);

const paged = fc.record({
  page: rarely(85, slotOf('page')),
  pageSize: rarely(70, slotOf('size')),
  withCount: rarely(25, WITH_COUNT),
});
const offset = fc.record({
  start: rarely(80, slotOf('start')),
  limit: rarely(80, slotOf('size')),
  withCount: rarely(25, WITH_COUNT),
});
const odd = fc.record({
  page: rarely(30, ODD_NUMBERS),
  pageSize: rarely(30, ODD_NUMBERS),
  start: rarely(20, ODD_NUMBERS),
  limit: rarely(20, ODD_NUMBERS),
  withCount: rarely(20, fc.constantFrom('maybe', '', 'TRUE')),
});

/** Pages by number and by offset, most of them there. */
export const pagination: fc.Arbitrary<Tree> = fc
  .oneof(
    { weight: 6, arbitrary: paged },
    { weight: 3, arbitrary: offset },
    { weight: 1, arbitrary: odd }
  )
  .map((parts) => present<object>(parts) as Tree);
