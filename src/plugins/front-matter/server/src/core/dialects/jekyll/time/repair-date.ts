/**
 * Year, month and day, separated by marks or by Chinese, Japanese or Korean words; then a time and a
 * zone.
 */
const DATE = new RegExp(
  [
    String.raw`^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日号號일]?`,
    String.raw`(?:[\sT,]*(\d{1,2})\s*[:时時點点시]\s*(\d{1,2})\s*(?:[:分분]\s*(?:(\d{1,2})\s*[秒초]?)?)?)?`,
    String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$`,
  ].join('')
);

/**
 * Rewrites a date that a person can read and the generator cannot: `2020年1月2日 10:30`, or one with
 * full-width digits and marks. Null where it is no such date, or where the day or time does not exist.
 */
export const repairDate = (text: string): string | null => {
  const found = DATE.exec(text.normalize('NFKC').trim());
  if (found === null) return null;
  const [year, month, day] = found.slice(1, 4).map(Number) as [number, number, number];
  const [hour, minute, second] = found.slice(4, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  if (!isDay || hour > 23 || minute > 59 || second > 59) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${found[1]}-${two(month)}-${two(day)}`;
  if (found[4] === undefined) return date;
  const zone = found[7] === undefined ? '' : ` ${found[7] === 'Z' ? 'UTC' : found[7]}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}${zone}`;
};

const daysOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
