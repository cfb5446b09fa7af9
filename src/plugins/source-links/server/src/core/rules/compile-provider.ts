import type { KeyPath } from 'strapi-plugin-kit/config';
import { addressOfCode, parseAddressShape } from './address-shape';
import { compileCode } from './code-pattern';
import { concreteHost, hostTest } from './host-pattern';
import { compileText, type Refuse } from './refuse';
import type { ProviderConfig } from './rules-schema';
import type { Provider } from './source-rules';

/**
 * Compiles a provider of the configuration.
 *
 * @param index its place in `providers`
 * @param canonical its host in `canonicalHosts`, if it is there
 * @throws {ConfigurationError} naming the key that cannot be used
 */
export function compileProvider(
  config: ProviderConfig,
  index: number,
  canonical: string | undefined,
  refuse: Refuse
): Provider {
  const at = (key: string): KeyPath => ['providers', index, key];
  const code =
    config.code === undefined ? null : compileText(at('code'), config.code, compileCode, refuse);
  const shape =
    config.address === undefined
      ? null
      : compileText(at('address'), config.address, parseAddressShape, refuse);
  if (shape !== null && code === null) {
    throw refuse(at('code'), undefined, 'an address needs to know its codes');
  }
  const canonicalHost = canonical ?? config.canonicalHost ?? null;
  if (canonicalHost !== null && shape === null && config.hosts.includes('*')) {
    const path = canonical === undefined ? at('canonicalHost') : ['canonicalHosts', config.name];
    throw refuse(path, canonicalHost, 'it would send the readers of every host to one');
  }
  // What it goes by now it goes by: an address there is to be recognised, too.
  const hosts = [...config.hosts, ...(canonicalHost === null ? [] : [canonicalHost])];
  const host = canonicalHost ?? concreteHost(config.hosts);
  if (shape !== null && host === null && addressOfCode(shape, 'host', 'code') !== null) {
    throw refuse(at('hosts'), config.hosts, 'it has to begin with a host to make addresses with');
  }
  return {
    name: config.name,
    goesBy: hostTest(hosts),
    isGeneric: hosts.includes('*'),
    hosts: [...new Set(hosts)],
    canonicalHost,
    code,
    shape,
  };
}
