import type { JekyllConfig } from '../core/dialects/jekyll/config/config';
import { UTC, type Zone, zoneOf } from '../core/dialects/jekyll/time/zone';
import type { Issue } from '../core/issue';
import { issueOf } from '../core/issue-codes';
import { ArchiveError, type OpenOptions } from './archive';
import type { ArchiveSettings } from './settings';

/**
 * The zone in which an archive's dates are read: the configuration's, else the one given, else the
 * machine's, which is then said.
 *
 * @throws ArchiveError where the one given is none
 */
export function chooseZone(
  config: JekyllConfig,
  options: OpenOptions,
  settings: ArchiveSettings
): { zone: Zone; issues: Issue[] } {
  const given = options.timezone ?? settings.timezone;
  if (given !== null && zoneOf(given) === null) {
    throw new ArchiveError(
      'ARCHIVE_OPTION_INVALID',
      `"${given}" is no time zone. Give a name like Asia/Shanghai.`
    );
  }
  if (config.timezone !== null) return fromConfig(config.timezone);
  if (given !== null) return { zone: zoneOf(given) ?? UTC, issues: [] };
  const machine = process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = zoneOf(machine.replace(/^:/, '')) ?? UTC;
  const message = `The archive names no zone: dates were read in ${zone.name}, the machine's. Use --timezone for another.`;
  return { zone, issues: [issueOf('ZONE_TAKEN', { message, field: 'timezone' })] };
}

function fromConfig(name: string): { zone: Zone; issues: Issue[] } {
  const zone = zoneOf(name);
  if (zone) return { zone, issues: [] };
  const message = `_config.yml: "timezone" is no zone ("${name}"), and the generator then takes UTC, as was done here. Correct it.`;
  return { zone: UTC, issues: [issueOf('CONFIG_INVALID', { message, field: 'timezone' })] };
}
