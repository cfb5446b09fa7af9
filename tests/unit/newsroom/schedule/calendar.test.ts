import fc from 'fast-check';
import {
  instantOf,
  localTimeOf,
} from '../../../../src/plugins/newsroom/admin/src/schedule/local-time';
import {
  type Month,
  monthAfter,
  monthNamed,
  monthOf,
  nameOfMonth,
  weeksOf,
} from '../../../../src/plugins/newsroom/admin/src/schedule/month';

const months: fc.Arbitrary<Month> = fc.record({
  year: fc.integer({ min: 1990, max: 2090 }),
  month: fc.integer({ min: 1, max: 12 }),
});
const instants = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('the calendar', () => {
  it('has each day of a month once, in whole weeks from Monday, without a gap', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        const days = weeks.flat();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(days[0]?.start.getDay()).toBe(1);
        const ends = days.slice(0, -1).map(({ end }) => end.getTime());
        expect(days.slice(1).map(({ start }) => start.getTime())).toEqual(ends);
        const own = days.filter(({ start }) => nameOfMonth(monthOf(start)) === nameOfMonth(month));
        expect(own).toHaveLength(new Date(month.year, month.month, 0).getDate());
        expect(new Set(days.map(({ name }) => name)).size).toBe(days.length);
      })
    );
  });

  it('goes from month to month and back, by names', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -30, max: 30 }), (month, count) => {
        const there = monthAfter(month, count);
        expect(monthAfter(there, -count)).toEqual(month);
        expect(monthNamed(nameOfMonth(there))).toEqual(there);
      })
    );
  });

  it('reads the time that it writes, to the minute', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const local = localTimeOf(at.toISOString());
        const again = instantOf(local);
        // An hour that comes twice has one name.
        expect(localTimeOf(again)).toBe(local);
        expect(Math.abs(new Date(again ?? 0).getTime() - at.getTime())).toBeLessThanOrEqual(
          3_660_000
        );
      })
    );
  });
});

describe('what is no time', () => {
  it.each(['', 'tomorrow', '2026-13-01T00:00'])('is none: "%s"', (text) => {
    expect(instantOf(text)).toBeNull();
  });
  it.each(['', '2026', '2026-13', '2026-00', '26-01'])('is no month either: "%s"', (text) => {
    expect(monthNamed(text)).toBeNull();
  });
});
