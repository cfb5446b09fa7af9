import jwt from 'jsonwebtoken';
import {
  linkKey,
  openLink,
  type PreviewLink,
  signLink,
} from '../../../../../src/plugins/newsroom/server/src/core/previews/sign-link';

const SECRET = 'a secret of the application';
const key = linkKey(SECRET);
const NOW = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

const link: PreviewLink = {
  uid: 'api::post.post',
  documentId: 'abcdefghijklmnopqrstuvwx',
  locale: null,
  status: 'draft',
  maker: 7,
  language: null,
};

const token = signLink(key, link, NOW + HOUR);

describe('a link to a preview', () => {
  it('is opened as it was made, until it ends', () => {
    const valid = { kind: 'valid', link, endsAt: NOW + HOUR };
    expect(openLink(key, token, NOW)).toEqual(valid);
    expect(openLink(key, token, NOW + HOUR - 1000)).toEqual(valid);
    expect(openLink(key, token, NOW + HOUR)).toEqual({ kind: 'ended' });
  });

  it('is unknown where a character of it was changed', () => {
    for (const at of [3, token.indexOf('.') + 5, token.length - 8]) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
      expect(openLink(key, changed, NOW)).toEqual({ kind: 'unknown' });
    }
    expect(openLink(key, '', NOW)).toEqual({ kind: 'unknown' });
    expect(openLink(key, 'not.a.token', NOW)).toEqual({ kind: 'unknown' });
  });

  it('does not say that it has ended where it was not made here', () => {
    const foreign = signLink(linkKey('another secret'), link, NOW - HOUR);
    expect(openLink(key, foreign, NOW)).toEqual({ kind: 'unknown' });
  });

  it('is no token of anything else that has the secret, and none of these is a link', () => {
    expect(() => jwt.verify(token, SECRET, { clockTimestamp: NOW / 1000 })).toThrow(
      'invalid signature'
    );
    const claims = { ...link, exp: NOW / 1000 + 60, aud: 'newsroom-preview' };
    const others = [
      jwt.sign(claims, SECRET),
      jwt.sign(claims, key, { algorithm: 'HS512' }),
      jwt.sign(claims, '', { algorithm: 'none' }),
      jwt.sign({ ...claims, aud: 'others' }, key),
      jwt.sign({ ...claims, maker: '7' }, key),
      jwt.sign({ ...link, aud: 'newsroom-preview' }, key),
    ];
    for (const other of others) expect(openLink(key, other, NOW)).toEqual({ kind: 'unknown' });
    expect(openLink(key, jwt.sign(claims, key), NOW)).toMatchObject({ kind: 'valid' });
  });
});
