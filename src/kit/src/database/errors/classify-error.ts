import { ENGINES } from '../engines/list';
import { hasCode } from '../has-code';

const ALL = Object.values(ENGINES).map(({ errors }) => errors);

/** The drivers' codes are each one's own: whichever database it is, they can be told apart. */
const RETRIABLE = new Set(ALL.flatMap(({ retriable }) => retriable));
const REFERENCE_GONE = new Set(ALL.flatMap(({ referenceGone }) => referenceGone));
const REFUSED = new Set(ALL.flatMap(({ refused }) => refused));
const TIMEOUT = new Set(ALL.flatMap(({ timeout }) => timeout));

/** Whether an error says that the transaction was undone and may simply be tried again. */
export const isRetriable = (error: unknown): boolean => hasCode(error, RETRIABLE);

/** Whether an error says that what was referred to has been deleted since it was looked up. */
export const isReferenceGone = (error: unknown): boolean => hasCode(error, REFERENCE_GONE);

/** Whether an error says that a database lets nobody in by the settings that it was asked with. */
export const isRefused = (error: unknown): boolean => hasCode(error, REFUSED);

/** What drivers say of an error, beside its message, which holds values. */
interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
}

/** Whether an error says that a statement was ended since it took too long. */
export const isTimeout = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as DriverError;
  return [code, errno].some(
    (said) => (typeof said === 'string' || typeof said === 'number') && TIMEOUT.has(said)
  );
};

/** Whether an error says that a value is none for what it was compared with or stored in. */
export const isBadValue = (error: unknown): boolean => {
  const { code } = (error ?? {}) as DriverError;
  return typeof code === 'string' && ALL.some(({ badValue }) => badValue.test(code));
};
