import type { Core } from '@strapi/strapi';

import { nameIn } from '../../core/locale';
import type { FileList } from '../../archive/files/file-list';
import { changes } from '../../ledger/changes';
import type { StoredContest } from '../../ledger/contest';
import { contests } from '../../ledger/contests';
import { addressKey, APART } from '../../ledger/keys';
import type { RecordedPath } from '../../ledger/records/record';
import { records } from '../../ledger/records/records';
import { addressesOf, type Addresses } from '../../site/addresses';
import type { Target } from '../../site/target';
import { nameOf } from '../../contests/contender';
import type { RefusedAddress } from '../../contests/refused-addresses';
import { findEditedRivals } from '../../contests/resolve-contests';
import { REPORT_START, type ReportCursor } from '../../contests/report-contests';
import { foreseeContest } from './foresee-contest';
import type { AskingFile, Contested } from './foreseen-posts';
import { foreseenFiles } from './foresee-files';
import type { KeptAddresses } from '../write/keep-addresses';
import { changesStanding } from '../plan/planned-files';
import type { Creation, Revising } from '../plan/planned-file';
import type { ReportIssue } from '../../run/report-issue';
import { SeenKeys } from '../keys/seen-keys';

/** What a batch would come to, as far as addresses go. */
interface ForeseenBatch {
  readonly creations: readonly Creation[];
  /** The same, without addresses that a translation of the same post would have. */
  readonly asking: readonly Creation[];
  readonly revisions: readonly Revising[];
  readonly kept: Pick<KeptAddresses, 'slugs' | 'refused'>;
}

/** What a dry run knows of the addresses that more than one post would ask for. */
export interface ContestForesight {
  /** Notes what a batch would ask for, and be given. */
  note(batch: ForeseenBatch): Promise<void>;
  /** Notes documents that would be taken from the public. */
  hide(gone: readonly RecordedPath[]): Promise<void>;
  /** What a real run would say in the end. */
  issues(): AsyncGenerator<ReportIssue>;
}

const PAGE = 500;

/** What translations of one post have in common: the document that is there, else what they share. */
const groupOf = (planned: Creation | Revising, name: string): string => {
  if (planned.action === 'revise') return planned.document.documentId;
  const { isThere, documentId, translationKey: key } = planned;
  if (isThere) return documentId;
  return key === null || key === APART ? name : key;
};

/**
 * Begins to foresee whose each address would be in the end. What is held in memory is some bytes for
 * each file that would be read, and more for the addresses alone that are asked for twice.
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
  const nameOfField = (field: 'date' | 'slug'): string | null =>
    target.fields.get(field)?.name ?? null;
  const names = { date: nameOfField('date'), slug: nameOfField('slug') };
  const files = foreseenFiles(archive, list, names);
  const site = { strapi, target, records: records(strapi), changes: changes(strapi) };
  const hidden = new SeenKeys();
  const contested = new Map<string, Contested>();

  const need = ({ address, path }: Pick<RefusedAddress, 'address' | 'path'>): Contested => {
    const one = contested.get(address) ?? { address, path, asks: new Map<number, AskingFile>() };
    contested.set(address, one);
    return one;
  };
  const needThoseOf = async (names: readonly string[]): Promise<void> => {
    if (names.length === 0) return;
    for (const row of await ledger.ofDocuments(names)) need(row);
  };

  /** What a file would ask for in vain, since a translation of the same post has it. */
  const withheldFrom = (
    { documentId, file: { post } }: Creation,
    asking: Creation | undefined
  ): readonly RefusedAddress[] => {
    const asked = new Set(asking?.file.post.paths);
    return post.paths.flatMap((path): RefusedAddress[] => {
      const address = asked.has(path) ? null : addresses.addressOf(path);
      if (address === null) return [];
      const isOwn = path === post.paths[0];
      const who = { targetDocumentId: documentId, targetLocale: post.locale };
      return [{ address, path, isOwn, ...who, slugAsked: null, told: true }];
    });
  };

  /** What earlier runs have left to be done, and what editors have. */
  const needThoseLeft = async (): Promise<void> => {
    for await (const names of findEditedRivals(site)) await needThoseOf(names);
    for (let above: string | undefined = ''; above !== undefined;) {
      const due: Awaited<ReturnType<typeof ledger.findDue>> = await ledger.findDue(above, PAGE);
      due.forEach(need);
      above = due.at(-1)?.addressKey;
    }
    for (let after: ReportCursor | undefined = REPORT_START; after !== undefined;) {
      const rows: readonly StoredContest[] = await ledger.findUnreported(after, PAGE);
      rows.forEach(need);
      after = rows.at(-1);
    }
  };

  return {
    async note({ creations, asking, revisions, kept: { slugs, refused } }) {
      const withheld = creations.flatMap((each, index) => withheldFrom(each, asking[index]));
      const lost = new Set(refused.map((one) => `${nameOf(target, one)} ${one.address}`));
      const places = new Map<string, { readonly place: number; readonly group: string }>();
      const rememberFile = (
        planned: Creation | Revising,
        id: string,
        note: (given: readonly (string | null)[]) => number
      ): void => {
        const { post } = planned.file;
        const name = nameIn(target, id, post.locale);
        const given = post.paths.map((path) => {
          const address = addresses.addressOf(path);
          return lost.has(`${name} ${address}`) ? null : address;
        });
        places.set(name, { place: note(given), group: groupOf(planned, name) });
      };
      for (const planned of asking) {
        const slug = slugs.get(planned.file.key) ?? '';
        rememberFile(planned, planned.documentId, (given) =>
          files.create(planned, { addresses: given, slug })
        );
      }
      for (const planned of revisions) {
        const asked = new Set(planned.file.post.paths.map((path) => addresses.addressOf(path)));
        const gone = (planned.record.paths ?? []).flatMap((path) => {
          const address = addresses.addressOf(path);
          return address === null || asked.has(address) ? [] : [address];
        });
        const slug = slugs.get(planned.file.key) ?? '';
        rememberFile(planned, planned.document.documentId, (given) =>
          files.revise(planned, { addresses: given, slug }, gone)
        );
      }
      for (const one of [...refused, ...withheld]) {
        const { place, group } = places.get(nameOf(target, one)) ?? { place: -1, group: '' };
        const { asks } = need(one);
        if (place !== -1 && !asks.has(place)) asks.set(place, { ...one, group });
      }
      const elsewhere = revisions.filter((planned) => changesStanding(planned, target));
      await needThoseOf(
        elsewhere.map(({ document, file }) => nameIn(target, document.documentId, file.post.locale))
      );
    },

    async hide(gone) {
      for (const { key } of gone) hidden.add(key);
      await needThoseOf(
        gone.map(({ targetDocumentId, targetLocale }) =>
          nameIn(target, targetDocumentId ?? '', targetLocale)
        )
      );
    },

    async *issues() {
      await needThoseLeft();
      const keys = [...contested.keys()].map((address) => ({ address, key: addressKey(address) }));
      const foresight = {
        site,
        archive,
        contests: ledger,
        addresses,
        files,
        hidden,
      };
      for (const { address } of keys.sort((a, b) => (a.key < b.key ? -1 : 1))) {
        const one = contested.get(address);
        if (one !== undefined) yield* await foreseeContest(foresight, one);
      }
    },
  };
};
