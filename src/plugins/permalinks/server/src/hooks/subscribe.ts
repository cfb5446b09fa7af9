import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { SlugRequest } from '../claims/slugs/assign-slugs';
import { messages } from '../messages';
import { type Permalinks, permalinksOf } from '../permalinks';
import type { ServedType } from '../served-type';
import { confirmClaims } from './confirm-claims';
import { assignOnCreateMany, assignOnCreate } from './on-create';
import { documentsOf, type Leaving, releaseOnDelete } from './on-delete';
import { finishUpdate, assignOnUpdate } from './on-update';
import { asRow, type Row } from '../core/row';

type Subscriber = Exclude<
  Parameters<Core.Strapi['db']['lifecycles']['subscribe']>[0],
  (...args: never[]) => unknown
>;
type Event = Parameters<NonNullable<Subscriber['beforeCreate']>>[0];

/** Has the database call the hooks of every type that the configuration names. */
export function subscribeHooks(strapi: Core.Strapi): void {
  const permalinks = permalinksOf(strapi);
  const served = (event: Event): ServedType => {
    const type = permalinks.types.get(event.model.uid);
    if (type) return type;
    throw new Error(`permalinks does not serve "${event.model.uid}"`);
  };
  strapi.db.lifecycles.subscribe({
    models: [...permalinks.types.keys()],

    async beforeCreate(event) {
      const row = asRow(event.params.data);
      if (row === null) return;
      const requests = await assignOnCreate(permalinks, served(event), row);
      rememberOutside(permalinks, event, requests, [row]);
    },
    afterCreate: (event) => confirm(permalinks, served(event), event),

    async beforeCreateMany(event) {
      const data: unknown = event.params.data;
      const rows = Array.isArray(data) ? data.map(asRow).filter((row) => row !== null) : [];
      if (rows.length === 0) return;
      const requests = await assignOnCreateMany(permalinks, served(event), rows);
      rememberOutside(permalinks, event, requests, rows);
    },
    afterCreateMany: (event) => confirm(permalinks, served(event), event),

    async beforeUpdate(event) {
      const update = asRow(event.params.data);
      if (update !== null) {
        const type = served(event);
        event.state['unfinished'] = await assignOnUpdate(
          permalinks,
          type,
          event.params.where,
          update
        );
      }
    },
    async afterUpdate(event) {
      const request = event.state['unfinished'] as SlugRequest | null | undefined;
      if (request) await finishUpdate(permalinks, served(event), request);
    },

    beforeUpdateMany(event) {
      const type = served(event);
      if (asRow(event.params.data)?.[type.slug] !== undefined) {
        const { slug } = type;
        throw messages.error(errors.ValidationError, 'slug.of-many', { slug });
      }
    },

    async beforeDelete(event) {
      event.state['documents'] = await documentsOf(permalinks, served(event), {
        where: event.params.where,
      });
    },
    afterDelete: (event) => release(permalinks, served(event), event),

    async beforeDeleteMany(event) {
      event.state['documents'] = await documentsOf(permalinks, served(event), event.params);
    },
    afterDeleteMany: (event) => release(permalinks, served(event), event),
  });
}

/** Within a transaction claim and row stand or fall together: nothing is left to confirm. */
function rememberOutside(
  permalinks: Permalinks,
  event: Event,
  requests: readonly SlugRequest[],
  rows: readonly Row[]
): void {
  if (!permalinks.db.inTransaction()) event.state['outside'] = { requests, rows };
}

async function confirm(permalinks: Permalinks, type: ServedType, event: Event): Promise<void> {
  const outside = event.state['outside'] as { requests: SlugRequest[]; rows: Row[] } | undefined;
  if (outside) await confirmClaims(permalinks, type, outside.requests, outside.rows, event.result);
}

async function release(permalinks: Permalinks, type: ServedType, event: Event): Promise<void> {
  const documents = (event.state['documents'] ?? []) as Leaving[];
  await releaseOnDelete(permalinks, type, documents);
}
