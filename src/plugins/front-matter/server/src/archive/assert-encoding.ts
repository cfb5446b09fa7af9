import { isKnownEncoding } from '../core/read/guess-encoding';
import { ArchiveError } from './archive';

/**
 * Read in another encoding than its own, every file of an archive would come to nonsense.
 *
 * @throws ArchiveError where the configuration names an encoding that there is none of
 */
export function assertEncoding(name: string): void {
  if (isKnownEncoding(name)) return;
  throw new ArchiveError(
    'ARCHIVE_CONFIG_INVALID',
    `_config.yml: "encoding" is none that is known ("${name}"). Give a name like utf-8, windows-1252, windows-1251 or gbk.`
  );
}
