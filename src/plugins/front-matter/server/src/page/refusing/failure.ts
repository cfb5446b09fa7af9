import { findFailure } from 'strapi-plugin-kit/database';

import { ArchiveError } from '../../archive/archive';
import type { FailureKind } from '../../panel/failure-contract';
import { UsageError } from '../../run/usage-error';

/** Errors that are told apart by their names alone. */
const NAMED: Readonly<Record<string, FailureKind>> = {
  ConfigError: 'archive',
  ZoneError: 'options',
  ConfigurationError: 'configuration',
  EncodingError: 'configuration',
  BusyError: 'busy',
  LostLockError: 'busy',
};

/** What kind of failure an error of a task is. */
export const failureOf = (error: unknown): FailureKind => {
  const failure = findFailure(error);
  if (failure !== null) return failure.kind === 'full' ? 'disk-full' : 'database-gone';
  if (error instanceof UsageError) return 'options';
  if (error instanceof ArchiveError) return 'archive';
  return (error instanceof Error ? NAMED[error.name] : undefined) ?? 'unknown';
};
