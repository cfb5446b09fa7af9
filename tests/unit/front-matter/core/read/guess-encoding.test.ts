import { readEntry } from '../dialects/jekyll/header/plain-reader';
import { isKnownEncoding } from '../../../../../src/plugins/front-matter/server/src/core/read/guess-encoding';

const said = (bytes: Uint8Array) => {
  const { status, issues } = readEntry({ path: '_posts/2022-02-17-x.md', bytes, modifiedAt: 0 });
  return { status, code: issues[0]?.code, message: issues[0]?.message };
};

/** Russian in windows-1251: its letters stand in the order of the alphabet from 0xC0 on. */
const cyrillic = (text: string): Buffer =>
  Buffer.from(
    [...text].map((char) => {
      const code = char.charCodeAt(0);
      return code >= 0x410 ? code - 0x410 + 0xc0 : code;
    })
  );

describe('a file in an encoding of single bytes', () => {
  it('is left out with the setting to make, where it looks Western', () => {
    const text =
      '---\ntitle: Début\n---\nLe garçon a été très gêné à la forêt; où était-il passé, enfin?\n';
    expect(said(Buffer.from(text, 'latin1'))).toMatchObject({
      status: 'quarantined',
      code: 'ENCODING_UNKNOWN',
      message: expect.stringMatching(/say "encoding: (?:iso-8859-1|windows-1252)" in _config\.yml/),
    });
  });

  it('is left out with the setting to make, where it looks Cyrillic', () => {
    const text =
      '---\ntitle: Соль\n---\nВесной мы пошли в лес, и там было очень тихо; потом начался дождь.\n';
    expect(said(cyrillic(text))).toMatchObject({
      status: 'quarantined',
      code: 'ENCODING_UNKNOWN',
      message: expect.stringContaining('say "encoding: windows-1251" in _config.yml'),
    });
  });
});

describe('the name of an encoding', () => {
  it.each([
    'utf-8',
    'UTF8',
    'bom|utf-8',
    'GBK',
    'windows-1251',
    'ISO-8859-1',
    'latin1',
    'Shift_JIS',
    'ASCII-8BIT',
  ])('is known: %s', (name) => {
    expect(isKnownEncoding(name)).toBe(true);
  });

  it.each(['latin-1', 'utf-9', 'none', ''])('is not known: %j', (name) => {
    expect(isKnownEncoding(name)).toBe(false);
  });
});
