import { isKnownEncoding } from '../../../read/guess-encoding';
import { ConfigError } from '../../errors';

/**
 * Read in another encoding than its own, every file of an archive would come to nonsense.
 *
 * @throws ConfigError where the configuration names an encoding that there is none of
 */
export function assertEncoding(name: string): void {
  if (isKnownEncoding(name)) return;
  const reason = `"encoding" is none that is known ("${name}"). Give a name like utf-8, windows-1252, windows-1251 or gbk`;
  throw new ConfigError('_config.yml', null, reason);
}
