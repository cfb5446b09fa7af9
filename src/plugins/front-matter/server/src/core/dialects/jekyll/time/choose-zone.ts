import { type Issue, issueOf } from '../../../issue';
import { ZoneError } from '../../errors';
import { UTC, type Zone, zoneOf } from './zone';

/**
 * The zone in which an archive's dates are read: the configuration's, else the given one, else the
 * machine's, which is then reported.
 *
 * @throws ZoneError where the given one is not a time zone
 */
export const chooseZone = (
  configured: string | null,
  given: string | null,
  machine: string
): { readonly zone: Zone; readonly issues: readonly Issue[] } => {
  if (given !== null && zoneOf(given) === null) throw new ZoneError(given);
  if (configured !== null) return fromConfig(configured);
  if (given !== null) return { zone: zoneOf(given) ?? UTC, issues: [] };
  const zone = zoneOf(machine) ?? UTC;
  const message = `The archive names no zone: dates were read in ${zone.name}, the machine's. Use --timezone for another.`;
  return { zone, issues: [issueOf('ZONE_ASSUMED', { message, field: 'timezone' })] };
};

const fromConfig = (name: string): { zone: Zone; issues: Issue[] } => {
  const zone = zoneOf(name);
  if (zone) return { zone, issues: [] };
  const message = `_config.yml: "timezone" is no zone ("${name}"), and the generator then takes UTC, as was done here. Correct it.`;
  return { zone: UTC, issues: [issueOf('CONFIG_INVALID', { message, field: 'timezone' })] };
};
