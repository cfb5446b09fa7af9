import { printable, printableJson } from '../../../../src/kit/src/cli';

describe('what is printed', () => {
  it('is on one line and holds nothing that a terminal acts on', () => {
    expect(printable('a\x1b[2Jb\r\nc\td\x07')).toBe('a\\u001b[2Jb\\r\\nc\\td\\u0007');
    expect(printable('\x7f\x9b31m\u2028\u2029\u0085')).toBe(
      '\\u007f\\u009b31m\\u2028\\u2029\\u0085'
    );
    expect(printable('\u202egnp.exe\u202c \u2066x\u2069')).toBe(
      '\\u202egnp.exe\\u202c \\u2066x\\u2069'
    );
  });

  it('is as it stands otherwise, whatever its script', () => {
    const text = '日照 “新闻” é 🎉👩‍👩‍👧 עברית العربية \\n "x"';
    expect(printable(text)).toBe(text);
  });

  it('as JSON means the same, and is safe too', () => {
    const value = { 'a\x1b': '\x9b\u2028\u202e\x7f中\n"' };
    const json = printableJson(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toBe('{"a\\u001b":"\\u009b\\u2028\\u202e\\u007f中\\n\\""}');
  });
});
