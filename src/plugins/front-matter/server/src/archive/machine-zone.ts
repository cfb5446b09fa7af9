/** The name of this machine's time zone; `TZ` may begin with a colon. */
export const machineZone = (): string => {
  const name = process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return name.replace(/^:/, '');
};
