/** The patterns of dates and times of Ruby's `Date._parse`. */
const WORD = '[\\p{L}\\p{M}\\p{N}_]';
const START = `(?:(?<!${WORD})(?=${WORD})|(?<=${WORD})(?!${WORD}))`;
const END = START;
export const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const ERA = '(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?';

const pattern = (source: string): RegExp => new RegExp(source, 'iu');

export const DAY_NAME = pattern(`${START}(?:sun|mon|tue|wed|thu|fri|sat)[^-/\\d\\s]*`);
export const TIME = pattern(
  '((?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?' +
    '|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)' +
    `(?:\\s*[ap](?:m${END}|\\.m\\.))?` +
    `|\\d+\\s*[ap](?:m${END}|\\.m\\.))` +
    '(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?' +
    `|[\\p{L}.\\s]+(?:standard|daylight)\\stime${END}` +
    `|\\p{L}+(?:\\sdst)?${END}))?`
);
export const CLOCK = pattern(
  '^(\\d+)h?(?:\\s*:?\\s*(\\d+)m?(?:\\s*:?\\s*(\\d+)(?:[,.](\\d+))?s?)?)?' +
    `(?:\\s*([ap])(?:m${END}|\\.m\\.))?`
);
export const EUROPEAN = pattern(
  `('?\\d+)[^-\\d\\s]*\\s*(${MONTH})[^-\\d\\s']*(?:\\s*${ERA}\\s*('?-?\\d+(?:(?:st|nd|rd|th)${END})?))?`
);
export const AMERICAN = pattern(
  `${START}(${MONTH})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${ERA}\\s*('?-?\\d+))?`
);
export const ISO = pattern("('?[-+]?\\d+)-(\\d+)-('?-?\\d+)");
export const JAPANESE = pattern(`${START}([mtshr])(\\d+)\\.(\\d+)\\.(\\d+)`);
export const VMS_DAY_FIRST = pattern(`('?-?\\d+)-(${MONTH})[^-/.]*-('?-?\\d+)`);
export const VMS_MONTH_FIRST = pattern(`${START}(${MONTH})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`);
export const SLASHED = pattern("('?-?\\d+)/\\s*('?\\d+)(?:\\D\\s*('?-?\\d+))?");
export const DOTTED = pattern("('?-?\\d+)\\.\\s*('?\\d+)\\.\\s*('?-?\\d+)");
export const WEEK_DATE = pattern(`${START}(?:\\d{2}|\\d{4})?-?w\\d{2}(?:-?\\d)?${END}`);
export const WEEK_DAY = pattern(`-w-\\d${END}`);
export const MONTH_AND_DAY = pattern(`--(\\d{2})?-(\\d{2})${END}`);
export const MONTH_AND_DAY_JOINED = pattern(`--(\\d{2})(\\d{2})?${END}`);
export const NOT_YEAR_AND_DAY = pattern(`[,.](?:\\d{2}|\\d{4})-\\d{3}${END}`);
export const YEAR_AND_DAY = pattern(`${START}(\\d{2}|\\d{4})-(\\d{3})${END}`);
export const NOT_YEAR_DAY = pattern(`\\d-\\d{3}${END}`);
export const YEAR_DAY = pattern(`${START}-(\\d{3})${END}`);
export const APOSTROPHE_YEAR = pattern(`'(\\d+)${END}`);
export const MONTH_NAME = pattern(`${START}(${MONTH})\\S*`);
export const ORDINAL_DAY = pattern(`(\\d+)(?:st|nd|rd|th)${END}`);
export const DIGITS = pattern(
  '([-+]?)(\\d{2,14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.](\\d*))?)?' +
    `(?:\\s*(z${END}|[-+]\\d{1,4}${END}|\\[[-+]?\\d[^\\]]*\\]))?`
);
export const BEFORE_CHRIST = pattern(`${START}(?:bc${END}|bce${END}|b\\.c\\.|b\\.c\\.e\\.)`);
export const FRAGMENT = /^\s*(\d{1,2})\s*$/;
