import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A link that leads into a private network, to this machine or to nowhere in particular. */
export class PrivateAddressError extends Error {
  constructor(readonly address: string) {
    super(`${address} is not a public address`);
    this.name = 'PrivateAddressError';
  }
}

/** All of IPv6 that is given out to networks on the internet; beyond it lie old ways of writing IPv4. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an IP address is anybody's on the internet: not private, loopback, link-local, reserved or a tunnel. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return ip.range() === 'unicast' && (ip instanceof ipaddr.IPv4 || ip.match(GLOBAL));
}

/** @throws {PrivateAddressError} when a URL's host is itself an address that is not public */
export function assertPublicHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddressError(host);
}

/**
 * Looks a host up for a connection, and refuses one of which any address is not public. The
 * connection is made to the very addresses that were judged, so that a name server cannot give
 * one answer to the guard and another to the connection.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return callback(error, []);
    const own = addresses.find(({ address }) => !isPublicAddress(address));
    if (own !== undefined) return callback(new PrivateAddressError(own.address), []);
    const [first] = addresses;
    if (options.all === true) return callback(null, addresses);
    callback(null, first?.address ?? '', first?.family);
  });
};
