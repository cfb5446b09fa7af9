import { READS_WAITING } from '../../connections/read-errors';
import type { ErrorCodes } from '../engine';

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export const errors: ErrorCodes = {
  retriable: [
    '40P01', // deadlock
    '40001', // serialization failure
  ],
  referenceGone: ['23503'],
  // Class 22 is data exceptions; an operator or a function that the attribute's type does not have;
  // a statement too complex.
  badValue: /^(22...|42883|42804|42846|42725|54...)$/u,
  timeout: ['57014', READS_WAITING],
  diskFull: ['53100'],
  gone: [
    '57P01', // shut down
    '57P02',
    '57P03',
    '3D000', // no such database
    '55000',
  ],
  refused: [
    '28P01', // wrong password
    '28000',
    '3D000', // no such database
  ],
  goneWords: [
    /^(?:Connection terminated|Connection ended|Client has encountered a connection error)/u,
  ],
};
