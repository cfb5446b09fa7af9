/** The name of the zone that this machine's clocks are in; `TZ` may have a colon in front. */
export function machineZone(): string {
  const name = process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return name.replace(/^:/, '');
}
