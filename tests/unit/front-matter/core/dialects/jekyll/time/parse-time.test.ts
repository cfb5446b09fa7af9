import {
  isoDate,
  readDate,
} from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/time/date';
import { zoneOf } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/time/zone';

const NOW = 1_700_000_000; // 2023-11-14T22:13:20Z

const read = (text: string, zoneName = 'Asia/Shanghai'): string | null => {
  const zone = zoneOf(zoneName);
  if (!zone) throw new Error(`no zone ${zoneName}`);
  const date = readDate(text, zone, NOW);
  return date && isoDate(date.seconds, zone);
};

describe('reading a date as Ruby parses times', () => {
  it.each([
    ['2022-02-17 08:35:15 +0800', '2022-02-17T08:35:15+08:00'],
    ['2022-02-17 08:35', '2022-02-17T08:35:00+08:00'],
    ['2022-2-7', '2022-02-07T00:00:00+08:00'],
    ['20220217', '2022-02-17T00:00:00+08:00'],
    ['20220217083515', '2022-02-17T08:35:15+08:00'],
    ['Feb 17, 2022 8:05pm', '2022-02-17T20:05:00+08:00'],
    ['17 Feb 2022', '2022-02-17T00:00:00+08:00'],
    ['Thu, 17 Feb 2022 08:35:15 GMT', '2022-02-17T16:35:15+08:00'],
    ['2022-048', '2022-02-17T00:00:00+08:00'],
    ['H31.04.30', '2019-04-30T00:00:00+08:00'],
    ['99-2-7', '1999-02-07T00:00:00+08:00'],
    ['22-2-7', '2022-02-07T00:00:00+08:00'],
  ])('takes %s for %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes CST for US Central, as its table of zones has it', () => {
    expect(read('2022-02-17 08:35:15 CST')).toBe('2022-02-17T22:35:15+08:00');
  });

  it('knows the abbreviation of its own zone, in winter and in summer', () => {
    expect(read('2022-07-17 08:35:15 CET', 'Europe/Paris')).toBe('2022-07-17T09:35:15+02:00');
    expect(read('2022-02-17 08:35:15 CEST', 'Europe/Paris')).toBe('2022-02-17T07:35:15+01:00');
  });

  it('passes over a zone it does not know, and takes the time for a local one', () => {
    expect(read('2022-02-17 08:35:15 GMT+8')).toBe('2022-02-17T08:35:15+08:00');
  });

  it('lets the day roll over, within 31', () => {
    expect(read('2022-02-30')).toBe('2022-03-02T00:00:00+08:00');
    expect(read('2022-02-32')).toBeNull();
  });

  it('takes what is missing on the large side from now', () => {
    expect(read('Feb 17')).toBe('2023-02-17T00:00:00+08:00');
    expect(read('08:35')).toBe('2023-11-15T08:35:00+08:00');
  });

  it('moves a time that clocks skipped past the gap, and takes winter of a time shown twice', () => {
    expect(read('2022-03-27 02:30', 'Europe/Paris')).toBe('2022-03-27T03:30:00+02:00');
    expect(read('2022-10-30 02:30', 'Europe/Paris')).toBe('2022-10-30T02:30:00+01:00');
  });

  it.each([
    '',
    'soon',
    'tuesday',
    '+0800',
    '2022-13-45',
    '0000-00-00',
    '2022年2月17日',
    '25:00',
    '1'.repeat(129),
  ])('takes %j for no date', (text) => {
    expect(read(text)).toBeNull();
  });
});
