const two = (number: number): string => String(number).padStart(2, '0');

/** An instant as `2026-12-01T18:00` of the editor's time zone, as fields for times have it; empty for none. */
export const localTimeOf = (at: string | null): string => {
  if (at === null) return '';
  const time = new Date(at);
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
};

/** The instant of such a time, as `2026-12-01T10:00:00.000Z`; null for an empty one, and one that is no time. */
export const instantOf = (local: string): string | null => {
  const time = new Date(local);
  return local === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
};

/** The editor's time zone, as `Asia/Shanghai`. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
