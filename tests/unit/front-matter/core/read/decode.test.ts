import fc from 'fast-check';

import { decode } from '../../../../../src/plugins/front-matter/server/src/core/read/decode';

const hex = (text: string): Uint8Array => Buffer.from(text.replace(/\s/g, ''), 'hex');
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** 市场消息平稳运行，投资者乐观。 in GBK. */
const GBK = hex('cad0b3a1cffbcfa2c6bdcec8d4cbd0d0a3accdb6d7cad5dfc0d6b9dba1a3');
/** 市場消息平穩運行，投資人樂觀看待。 in Big5. */
const BIG5 = hex('a5abb3f5aef8aea7a5adc3add742a6e6a141a7eb b8eaa448bcd6c65bacddabdda143');
/** 今日の天気は晴れです。 in Shift-JIS. */
const SJIS = hex('8da193fa82cc93568b4382cd90b082ea82c582b78142');

const HEADER = ascii('---\ntitle: ');
const decodeTitle = (bytes: Uint8Array): ReturnType<typeof decode> =>
  decode(Buffer.concat([HEADER, bytes, ascii('\n---\n'), bytes, ascii('\n')]), 'utf-8');

describe('decoding a file', () => {
  it('takes UTF-8 with and without a mark, and drops the mark', () => {
    expect(decode(Buffer.from('中文'), 'utf-8')).toEqual({
      ok: true,
      text: '中文',
      encoding: 'utf-8',
      bom: false,
    });
    expect(decode(Buffer.from('\ufeff中文'), 'utf-8')).toEqual({
      ok: true,
      text: '中文',
      encoding: 'utf-8',
      bom: true,
    });
  });

  it('finds GBK, Big5 and Shift-JIS', () => {
    expect(decodeTitle(GBK)).toMatchObject({
      ok: true,
      encoding: 'gb18030',
      text: expect.stringContaining('投资者乐观'),
    });
    expect(decodeTitle(BIG5)).toMatchObject({
      ok: true,
      encoding: 'big5',
      text: expect.stringContaining('市場消息'),
    });
    expect(decodeTitle(SJIS)).toMatchObject({
      ok: true,
      encoding: 'shift_jis',
      text: expect.stringContaining('天気は晴れです'),
    });
  });

  it('finds GBK in a few characters', () => {
    expect(
      decode(Buffer.concat([HEADER, GBK.subarray(0, 4), ascii('\n---\nx\n')]), 'utf-8')
    ).toMatchObject({
      ok: true,
      encoding: 'gb18030',
      text: expect.stringContaining('市场'),
    });
  });

  it('takes no accented letters for Chinese', () => {
    expect(
      decode(
        ascii(
          '---\ntitle: caf\u00e9 \u00e0 la cr\u00e8me\n---\nO\u00f9 \u00eates-vous n\u00e9e?\n'
        ),
        'utf-8'
      ).ok
    ).toBe(false);
  });

  it('takes UTF-16, marked or not', () => {
    const text = '---\ntitle: 中文\n---\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decode(little, 'utf-8')).toMatchObject({ text, encoding: 'utf-16le', bom: false });
    expect(decode(big, 'utf-8')).toMatchObject({ text, encoding: 'utf-16be', bom: false });
    expect(decode(Buffer.concat([hex('fffe'), little]), 'utf-8')).toMatchObject({
      text,
      bom: true,
    });
    expect(decode(Buffer.concat([hex('feff'), big]), 'utf-8')).toMatchObject({ text, bom: true });
  });

  it('takes the encoding that the configuration declares', () => {
    expect(decode(GBK, 'gbk')).toMatchObject({ ok: true, text: '市场消息平稳运行，投资者乐观。' });
  });

  it('takes a replacement character that the author wrote, and refuses NUL, by its line', () => {
    expect(decode(Buffer.from('a\nb\ufffd'), 'utf-8')).toMatchObject({
      ok: true,
      text: 'a\nb\ufffd',
    });
    expect(decode(Buffer.from('\ufeffa\ufffd', 'utf16le'), 'utf-8')).toMatchObject({ ok: true });
    expect(decode(Buffer.from('a\n\u0000'), 'utf-8')).toEqual({
      ok: false,
      reason: 'damaged',
      line: 2,
    });
  });

  it('refuses a text that its own decoding would leave a replacement character in', () => {
    expect(decode(Buffer.concat([GBK, hex('0a8431a437')]), 'gbk')).toEqual({
      ok: false,
      reason: 'damaged',
      line: 2,
    });
  });

  it('names the line of the first byte that fits no encoding', () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitle: caf'), Buffer.from([0xe9, 0x0a])]);
    expect(decode(bytes, 'utf-8')).toEqual({ ok: false, reason: 'unknown', line: 2 });
  });

  it('never throws, and gives text without damage or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes, 'utf-8');
        if (!decoded.ok) return;
        expect(decoded.text).not.toContain('\0');
        if (decoded.text.includes('\ufffd')) expect(decoded.encoding).toMatch(/^utf-/);
      })
    );
  });
});
