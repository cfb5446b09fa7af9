import type { Core } from '@strapi/strapi';
import { claimPaths } from '../claims/claim-paths';
import type { ClaimScope } from '../claims/claim';
import { transact } from '../claims/database';
import { refKey } from '../claims/living-documents';
import { settleSlugs, type SlugWish } from '../claims/settle-slugs';
import { faultOf, mendSlug, tidySlug } from '../core/given-slug';
import { wishSlug } from '../core/wish';
import { type Permalinks, permalinksOf } from '../permalinks';
import type { ServedType } from '../served-type';
import type { AddressesService, DocumentToKeep, KeptDocument } from './contract';
import { rehearse } from './rehearse';
import { timezoneStore } from './timezone';

/** The addresses of documents, for whoever writes documents in bulk. */
export default ({ strapi }: { strapi: Core.Strapi }): AddressesService => ({
  async keep(contentType, batch) {
    const permalinks = permalinksOf(strapi);
    const type = servedType(permalinks, contentType);
    return transact(permalinks.db, (trx) =>
      keep(permalinks, permalinks.scope(trx, type), type, batch)
    );
  },

  async free(contentType, documentIds) {
    const permalinks = permalinksOf(strapi);
    const { uid } = servedType(permalinks, contentType);
    await transact(permalinks.db, async (trx) => {
      const rows = await permalinks.table.ofDocuments(trx, uid, documentIds);
      await permalinks.table.remove(
        trx,
        rows.map((row) => row.key)
      );
    });
  },

  rehearse() {
    const permalinks = permalinksOf(strapi);
    return rehearse(permalinks, (scope, contentType, batch) => {
      const type = servedType(permalinks, contentType);
      return keep(permalinks, { ...scope, type }, type, batch);
    });
  },

  adoptTimezone: (zone) => timezoneStore(strapi).adopt(zone),
});

function servedType(permalinks: Permalinks, uid: string): ServedType {
  const type = permalinks.types.get(uid);
  if (type) return type;
  throw new Error(`"${uid}" is not among permalinks.contentTypes in the configuration`);
}

async function keep(
  permalinks: Permalinks,
  scope: ClaimScope,
  type: ServedType,
  batch: readonly DocumentToKeep[]
): Promise<KeptDocument[]> {
  const entries = new Map<string, { document: DocumentToKeep; live: boolean; paths: string[] }>();
  for (const document of batch) {
    const key = refKey(refOf(type, document));
    const entry = entries.get(key);
    entries.set(key, {
      document: entry?.document ?? document,
      live: document.published || (entry?.live ?? false),
      paths: [...(entry?.paths ?? []), ...document.paths],
    });
  }
  const unique = [...entries.values()];
  const wishes = unique.map(({ document, live }) => wishOf(type, document, live));
  const slugs = await settleSlugs(scope, wishes);
  const refused = await claimPaths(
    scope,
    (uid) => permalinks.types.get(uid),
    unique.map(({ document, paths }) => ({ ...refOf(type, document), paths }))
  );
  const kept = new Map(
    [...entries.keys()].map((key, index) => [
      key,
      {
        slug: slugs[index] ?? '',
        wished: wishes[index]?.name ?? '',
        reserved: wishes[index]?.reserved ?? false,
        refused: refused[index] ?? [],
      },
    ])
  );
  return batch.map((document) => answer(document, kept.get(refKey(refOf(type, document)))));
}

const refOf = (type: ServedType, { documentId, locale }: DocumentToKeep) => ({
  documentId,
  locale: type.localised ? (locale ?? '') : '',
});

/** An archive's slug is kept as it is, reserved words and all; what no column can hold is mended. */
function wishOf(type: ServedType, document: DocumentToKeep, live: boolean): SlugWish {
  const given = document.slug === null ? '' : tidySlug(document.slug);
  const name = faultOf(given) === null ? given : mendSlug(given);
  const { title, documentId } = document;
  const wished =
    name === ''
      ? wishSlug(null, { title, fallback: document.fallback ?? null, documentId }, type)
      : { name, stem: name, origin: 'given' as const };
  return {
    ...wished,
    ...refOf(type, document),
    live,
    onTaken: 'suffix',
    reserved: wished.origin === 'made' && type.reserved.includes(wished.name),
    fresh: document.fresh ?? false,
    orOwn: name === '',
  };
}

function answer(
  document: DocumentToKeep,
  kept:
    | { slug: string; wished: string; reserved: boolean; refused: KeptDocument['refused'] }
    | undefined
): KeptDocument {
  const { slug, wished, reserved, refused } = kept ?? {
    slug: '',
    wished: '',
    reserved: false,
    refused: [],
  };
  const given = tidySlug(document.slug ?? '');
  const asked = document.slug === null || given === '' ? wished : document.slug;
  const why = given !== '' && faultOf(given) !== null ? 'invalid' : reserved ? 'reserved' : 'taken';
  const granted = tidySlug(asked) === slug;
  return {
    documentId: document.documentId,
    slug,
    instead: granted ? null : asked,
    reason: granted ? null : why,
    refused,
  };
}
