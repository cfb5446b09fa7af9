import { zoneOf } from '../../../../src/plugins/delivery/server/src/browse/calendar/zone';

/** What clocks show at a moment. */
const shownAt = (zone: string, moment: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(moment);

describe('a day of a time zone', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'begins at midnight in %s, on days of daylight saving, too',
    (name) => {
      const zone = zoneOf(name);
      for (let day = 1; day <= 366; day += 1) {
        const start = zone.startOf({ year: 2022, month: 1, day });
        const date = new Date(Date.UTC(2022, 0, day)).toISOString().slice(0, 10);
        expect(shownAt(name, start)).toBe(`${date} 00:00:00`);
        expect(shownAt(name, start - 1)).toMatch(/ 23:59:59$/u);
      }
    }
  );

  it('begins after midnight where clocks leave that out', () => {
    const start = zoneOf('America/Sao_Paulo').startOf({ year: 2018, month: 11, day: 4 });
    expect(shownAt('America/Sao_Paulo', start)).toBe('2018-11-04 01:00:00');
    expect(shownAt('America/Sao_Paulo', start - 1)).toBe('2018-11-03 23:59:59');
  });

  it('begins once where clocks are put back at midnight', () => {
    const start = zoneOf('America/Havana').startOf({ year: 2022, month: 11, day: 6 });
    expect(shownAt('America/Havana', start)).toBe('2022-11-06 00:00:00');
  });

  it('is left out where a zone has leapt over it', () => {
    const zone = zoneOf('Pacific/Apia');
    const [skipped, next] = [30, 31].map((day) => zone.startOf({ year: 2011, month: 12, day }));
    expect(skipped).toBe(next);
  });

  it('may be before 1970, and is what the offset of its time says', () => {
    const start = zoneOf('Asia/Shanghai').startOf({ year: 1941, month: 4, day: 1 });
    expect(zoneOf('Asia/Shanghai').dayAt(start)).toEqual({ year: 1941, month: 4, day: 1 });
    expect(zoneOf('Asia/Shanghai').dayAt(start - 1)).toEqual({ year: 1941, month: 3, day: 31 });
  });
});
