import type { Core } from '@strapi/strapi';

import type { FileList } from '../../archive/files/file-list';
import { changes } from '../../ledger/changes';
import { contests } from '../../ledger/contests';
import { addressKey } from '../../ledger/keys';
import { records } from '../../ledger/records';
import { addressesOf, type Addresses } from '../../write/addresses';
import { nameIn } from '../../write/in-locale';
import type { Target } from '../../write/target';
import { nameOf } from '../contests/contender';
import type { Refused } from '../contests/note-contests';
import { findDeserters } from '../contests/settle-contests';
import { NOTHING_TOLD, type Told } from '../contests/tell-contests';
import { foreseenDocuments } from './foresee-documents';
import { foreseenFiles } from './foresee-files';
import { type Contested, foretellContest } from './foretell-contest';
import type { Settled } from './keep-addresses';
import type { Creation, Revising } from './planned-files';
import type { ReportIssue } from './report';

/** What a dry run knows of the addresses that more than one post would ask for. */
export interface ContestForesight {
  /** Notes what a batch would ask for, and be given. */
  note(
    creations: readonly Creation[],
    revisions: readonly Revising[],
    settled: Pick<Settled, 'slugs' | 'refused'>
  ): Promise<void>;
  /** What a real run would say in the end. */
  issues(): AsyncGenerator<ReportIssue>;
}

const PAGE = 500;

/**
 * Begins to foresee whose each address would be in the end. What is held in memory is some bytes for
 * each file that would become a document, and more for the addresses alone that are asked for twice.
 */
export const foreseeContests = (
  strapi: Core.Strapi,
  target: Target,
  archive: string,
  files: FileList
): ContestForesight | null => {
  const addresses = addressesOf(strapi, target.uid);
  return addresses === null ? null : foresee(strapi, target, addresses, archive, files);
};

const foresee = (
  strapi: Core.Strapi,
  target: Target,
  addresses: Addresses,
  archive: string,
  list: FileList
): ContestForesight => {
  const ledger = contests(strapi, target);
  const files = foreseenFiles(archive, list, target.fields.get('date')?.name ?? null);
  const documents = foreseenDocuments(
    { strapi, target, records: records(strapi), changes: changes(strapi), run: null },
    addresses
  );
  const contested = new Map<string, Contested>();

  const need = ({ address, path }: Pick<Refused, 'address' | 'path'>): Contested => {
    const one = contested.get(address) ?? { address, path, asks: new Map() };
    contested.set(address, one);
    return one;
  };
  const needThoseOf = async (names: readonly string[]): Promise<void> => {
    if (names.length === 0) return;
    for (const row of await ledger.ofHolders(names)) need(row);
  };

  /** What earlier runs have left to be done, and what editors have. */
  const needThoseLeft = async (): Promise<void> => {
    for await (const names of findDeserters({ strapi, target })) await needThoseOf(names);
    for (let above: string | undefined = ''; above !== undefined;) {
      const keys: string[] = await ledger.due(above, PAGE);
      for (const key of keys) {
        for (const row of await ledger.ofAddress(key, 0, 1)) need(row);
      }
      above = keys.at(-1);
    }
    for (let after: Told | undefined = NOTHING_TOLD; after !== undefined;) {
      const rows: Awaited<ReturnType<typeof ledger.untold>> = await ledger.untold(after, PAGE);
      rows.forEach(need);
      after = rows.at(-1);
    }
  };

  return {
    async note(creations, revisions, { slugs, refused }) {
      const lost = new Set(refused.map((one) => `${nameOf(target, one)} ${one.address}`));
      const ids = new Map<string, string>();
      for (const { documentId, file } of creations) {
        const name = nameIn(target, documentId, file.post.locale);
        const given = file.post.paths.map((path) => {
          const address = addresses.addressOf(path) ?? '';
          return lost.has(`${name} ${address}`) ? '' : address;
        });
        const id = files.add(file, { addresses: given, slug: slugs.get(file.key) ?? '' });
        if (id !== undefined) ids.set(name, id);
      }
      const elsewhere = revisions.filter((planned) => documents.note(planned, { slugs, refused }));
      for (const one of refused) {
        const name = nameOf(target, one);
        const id = ids.get(name) ?? name;
        const { asks } = need(one);
        if (!asks.has(id)) asks.set(id, one);
      }
      await needThoseOf(
        elsewhere.map(({ document, file }) => nameIn(target, document.documentId, file.post.locale))
      );
    },

    async *issues() {
      await needThoseLeft();
      const keys = [...contested.keys()].map((address) => ({ address, key: addressKey(address) }));
      for (const { address } of keys.sort((a, b) => (a.key < b.key ? -1 : 1))) {
        const one = contested.get(address);
        const context = { target, contests: ledger, files, documents };
        if (one !== undefined) yield* await foretellContest(context, one);
      }
    },
  };
};
