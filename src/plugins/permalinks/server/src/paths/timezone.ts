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

interface Remembered {
  readonly zone: string | null;
  /** When to look again, in milliseconds since the epoch. */
  readonly until: number;
}

/** Another process may import the first archive while this one serves. */
const LOOK_AGAIN_AFTER = 10_000;

const remembered = new WeakMap<Core.Strapi, Remembered>();

/** The zone as the configuration has it, or as the database remembers it. */
export function timezoneStore(strapi: Core.Strapi): TimezoneStore {
  const store = () => strapi.store({ type: 'plugin', name: 'permalinks', key: 'timezone' });
  const read = async (): Promise<string | null> => {
    const known = remembered.get(strapi);
    const now = Date.now();
    if (known && (known.zone !== null || now < known.until)) return known.zone;
    const stored: unknown = await store().get({});
    const zone = typeof stored === 'string' ? stored : null;
    remembered.set(strapi, { zone, until: now + LOOK_AGAIN_AFTER });
    return zone;
  };
  return {
    async current() {
      return permalinksOf(strapi).config.timezone ?? (await read()) ?? 'UTC';
    },
    async adopt(zone) {
      if (!IANAZone.isValidZone(zone)) throw new Error(`"${zone}" is not a time zone`);
      if ((await read()) !== null) return;
      await store().set({ value: zone });
      remembered.delete(strapi);
    },
  };
}
