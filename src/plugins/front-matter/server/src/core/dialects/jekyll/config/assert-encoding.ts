import { isKnownEncoding } from '../../../read/guess-encoding';
import { ConfigError } from '../../errors';

/**
 * Checks `encoding`: read in a wrong encoding, every file of an archive would be garbled.
 *
 * @throws ConfigError where the configuration names an unknown encoding
 */
export const assertEncoding = (name: string): void => {
  if (isKnownEncoding(name)) return;
  const reason = `"encoding" is not known ("${name}"). Give a name like utf-8, windows-1252, windows-1251 or gbk`;
  throw new ConfigError('_config.yml', null, reason);
};
