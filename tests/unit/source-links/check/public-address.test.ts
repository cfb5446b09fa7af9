import type { LookupAddress } from 'node:dns';
import {
  assertPublicHost,
  isPublicAddress,
  PrivateAddressError,
  publicLookup,
} from '../../../../src/plugins/source-links/server/src/check/public-address';

describe('an address', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:93.184.215.14'])(
    'is public: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    }
  );

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    'fec0::1',
    '4000::1',
    'fe80::1%eth0',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('is not public: %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a URL whose host is an address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
  ])('is refused when that is private: %s', (url) => {
    expect(() => assertPublicHost(new URL(url))).toThrow(PrivateAddressError);
  });

  it('is taken when it is public, and so is every name', () => {
    assertPublicHost(new URL('http://93.184.215.14/'));
    assertPublicHost(new URL('http://localhost/'));
  });
});

describe('looking a host up', () => {
  const lookUp = (host: string, all: boolean) =>
    new Promise<string | LookupAddress[]>((resolve, reject) => {
      publicLookup(host, { all }, (error, address) => {
        if (error === null) resolve(address);
        else reject(error);
      });
    });

  it.each([true, false])('refuses a name of this machine (all: %s)', async (all) => {
    await expect(lookUp('localhost', all)).rejects.toThrow(PrivateAddressError);
  });

  it('gives a public address', async () => {
    expect(await lookUp('93.184.215.14', false)).toBe('93.184.215.14');
    expect(await lookUp('93.184.215.14', true)).toEqual([{ address: '93.184.215.14', family: 4 }]);
  });
});
