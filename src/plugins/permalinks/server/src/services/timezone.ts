import type { Core } from '@strapi/strapi';
import { IANAZone } from 'luxon';
import { permalinksOf } from '../permalinks';

/** The zone in which paths are dated. */
export interface TimezoneStore {
  /** The configuration's, else the first archive's, else UTC. */
  current(): Promise<string>;
  /** Takes the zone of an archive, if it is the first. */
  adopt(zone: string): Promise<void>;
}

const adopted = new WeakMap<Core.Strapi, string>();

/** The zone as the configuration has it, or as the database remembers it. */
export function timezoneStore(strapi: Core.Strapi): TimezoneStore {
  const store = () => strapi.store({ type: 'plugin', name: 'permalinks', key: 'timezone' });
  const remembered = async (): Promise<string | null> => {
    const known = adopted.get(strapi);
    if (known !== undefined) return known;
    const zone: unknown = await store().get({});
    if (typeof zone !== 'string') return null;
    adopted.set(strapi, zone);
    return zone;
  };
  return {
    async current() {
      return permalinksOf(strapi).config.timezone ?? (await remembered()) ?? 'UTC';
    },
    async adopt(zone) {
      if (!IANAZone.isValidZone(zone)) throw new Error(`"${zone}" is not a time zone`);
      if ((await remembered()) === null) await store().set({ value: zone });
    },
  };
}
