import type { Core } from '@strapi/strapi';
import { retryTransaction } from 'strapi-plugin-kit/database';
import { claimPaths } from '../claims/paths/claim-paths';
import type { ClaimScope } from '../claims/claim';
import { exchangeSlugs } from '../claims/slugs/exchange-slugs';
import { forgetAddresses } from '../claims/forget-addresses';
import { handOverPath } from '../claims/paths/hand-over-path';
import { type DocumentRef, refKey } from '../claims/living-documents';
import { assignSlugs, type SlugRequest } from '../claims/slugs/assign-slugs';
import type { Address } from '../core/addresses/address';
import { canonicalAddress } from '../core/addresses/canonical-address';
import { faultOf, repairSlug, tidySlug } from '../core/slugs/given-slug';
import { chooseSlug } from '../core/slugs/choose-slug';
import { type Permalinks, permalinksOf, servedType } from '../permalinks';
import { localeOf, type ServedType } from '../served-type';
import type { AddressesService, DocumentToKeep, KeptDocument } from '../contract';
import { findHolders } from './find-holders';
import { rehearse } from './rehearse';
import { timezoneStore } from '../paths/timezone';

/** The addresses of documents, for whoever writes documents in bulk. */
export default ({ strapi }: { strapi: Core.Strapi }): AddressesService => ({
  async keep(contentType, batch) {
    const permalinks = permalinksOf(strapi);
    const type = servedType(permalinks, contentType);
    return retryTransaction(permalinks.db, (trx) =>
      keep(permalinks, permalinks.scope(trx, type), type, batch)
    );
  },

  async free(contentType, documentIds, locale = null) {
    const permalinks = permalinksOf(strapi);
    const { uid, localised } = servedType(permalinks, contentType);
    const isIts = (row: Address) => locale === null || !localised || row.targetLocale === locale;
    await retryTransaction(permalinks.db, async (trx) => {
      const rows = await permalinks.table.ofDocuments(trx, uid, documentIds);
      await permalinks.table.remove(
        trx,
        rows.filter(isIts).map((row) => row.key)
      );
    });
  },

  async forget(contentType, documents) {
    const permalinks = permalinksOf(strapi);
    const type = servedType(permalinks, contentType);
    await retryTransaction(permalinks.db, async (trx) => {
      for (const document of documents) {
        await forgetAddresses(permalinks.scope(trx, type), document);
      }
    });
  },

  addressOf: (path) => canonicalAddress(path),

  holders: (addresses) => findHolders(permalinksOf(strapi), addresses),

  async handOver(contentType, handover) {
    const permalinks = permalinksOf(strapi);
    const type = servedType(permalinks, contentType);
    const locale = localeOf(type, handover.locale);
    return retryTransaction(permalinks.db, (trx) =>
      handOverPath(permalinks.scope(trx, type), permalinks.pathRules, { ...handover, locale })
    );
  },

  async exchangeSlugs(contentType, one, other) {
    const permalinks = permalinksOf(strapi);
    const type = servedType(permalinks, contentType);
    const [first, second] = [one, other].map((held) => ({
      ...held,
      locale: localeOf(type, held.locale),
    }));
    if (first === undefined || second === undefined) return false;
    return retryTransaction(permalinks.db, (trx) =>
      exchangeSlugs(permalinks.scope(trx, type), first, second)
    );
  },

  rehearse() {
    const permalinks = permalinksOf(strapi);
    return rehearse(permalinks, (scope, contentType, batch) => {
      const type = servedType(permalinks, contentType);
      return keep(permalinks, { ...scope, type }, type, batch);
    });
  },

  isMade(contentType, slug, title) {
    const type = servedType(permalinksOf(strapi), contentType);
    return chooseSlug(slug, { title, fallback: null, documentId: '' }, type).origin === 'made';
  },

  adoptTimezone: (zone) => timezoneStore(strapi).adopt(zone),
});

/** One document of a batch, which may name it more than once. */
interface Keeping extends DocumentRef {
  readonly document: DocumentToKeep;
  /** Its place among the documents. */
  readonly index: number;
  live: boolean;
  paths: readonly string[];
}

async function keep(
  permalinks: Permalinks,
  scope: ClaimScope,
  type: ServedType,
  batch: readonly DocumentToKeep[]
): Promise<KeptDocument[]> {
  const documents = new Map<string, Keeping>();
  const asked = batch.map((document) => add(documents, type, document));
  const unique = [...documents.values()];
  const requests = unique.map((keeping) => requestOf(type, keeping));
  const slugs = await assignSlugs(scope, requests);
  const refused = await claimPaths(scope, permalinks.pathRules, unique);
  return batch.map((document, position) => {
    const index = asked[position]?.index ?? 0;
    const request = requests[index];
    return answer(document, {
      slug: slugs[index] ?? '',
      chosen: request?.name ?? '',
      reserved: request?.reserved ?? false,
      refused: refused[index] ?? [],
    });
  });
}

function add(documents: Map<string, Keeping>, type: ServedType, document: DocumentToKeep): Keeping {
  const { documentId, published, paths } = document;
  const locale = localeOf(type, document.locale);
  const key = refKey({ documentId, locale });
  const known = documents.get(key);
  if (known !== undefined) {
    known.live ||= published;
    known.paths = [...known.paths, ...paths];
    return known;
  }
  const index = documents.size;
  const keeping = { documentId, locale, document, index, live: published, paths };
  documents.set(key, keeping);
  return keeping;
}

/** An archive's slug is kept as it is, reserved words and all; what no column can hold is repaired. */
function requestOf(type: ServedType, { documentId, locale, document, live }: Keeping): SlugRequest {
  const given = document.slug === null ? '' : tidySlug(document.slug);
  const name = faultOf(given) === null ? given : repairSlug(given);
  const { title } = document;
  const chosen =
    name === ''
      ? chooseSlug(null, { title, fallback: document.fallback ?? null, documentId }, type)
      : { name, stem: name, origin: 'given' as const };
  return {
    name: chosen.name,
    stem: chosen.stem,
    origin: chosen.origin,
    documentId,
    locale,
    live,
    onTaken: 'suffix',
    reserved: chosen.origin === 'made' && type.reserved.includes(chosen.name),
    fresh: document.fresh ?? false,
    orOwn: name === '',
  };
}

function answer(
  document: DocumentToKeep,
  kept: {
    readonly slug: string;
    readonly chosen: string;
    readonly reserved: boolean;
    readonly refused: KeptDocument['refused'];
  }
): KeptDocument {
  const { slug, chosen, reserved, refused } = kept;
  const given = tidySlug(document.slug ?? '');
  const asked = document.slug === null || given === '' ? chosen : document.slug;
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
