import { digestValue } from '../../core/plan/digest';
import { STATUS } from '../../core/plan/digest-post';
import type { Imported } from '../../core/plan/merge-values';
import { slugKey } from '../../ledger/keys';
import type { AskingRecord } from '../../ledger/records';
import type { Addresses } from '../../write/addresses';
import { inLocale, nameIn } from '../../write/in-locale';
import { loadDocuments } from '../../write/load-documents';
import {
  type Candidate,
  candidateOf,
  type Contender,
  type ContestSite,
  findContenders,
  nameOf,
} from '../contests/contender';
import { ownSlug } from '../contests/exchange-slugs';
import { findHolder } from '../contests/find-holder';
import type { Refused } from '../contests/note-contests';
import type { Foreseen } from './foresee-files';
import type { Settled } from './keep-addresses';
import { changesStanding, type Revising } from './planned-files';

/** What a record would say once its file is read. */
const recordAfter = (
  { file, record, revision }: Revising,
  { target }: ContestSite,
  slug: string | null
): AskingRecord => {
  const attribute = target.fields.get('slug')?.name;
  const names = [STATUS, target.fields.get('date')?.name, attribute];
  const imported: Record<string, Imported> = { ...record.imported };
  for (const name of names) {
    const from = name === undefined ? undefined : file.digests[name];
    if (name === undefined || from === undefined || revision.conflicts.includes(name)) continue;
    const as = name === attribute && slug !== null ? digestValue(slug) : imported[name]?.as;
    imported[name] = { from, as: as ?? from };
  }
  const { path, post } = file;
  return { ...record, path, paths: post.paths, imported };
};

/** Documents that would change in a dry run, by what their records would say, by name: few do. */
export const foreseenDocuments = (site: ContestSite, addresses: Addresses) => {
  const { strapi, target } = site;
  const attribute = target.fields.get('slug')?.name;
  const overlay = new Map<string, AskingRecord>();
  /** Slugs that would be written; null where only some of a document's rows would get it. */
  const slugs = new Map<string, string | null>();
  const bySlug = new Map<string, string>();
  const byAddress = new Map<string, string>();

  const slugOf = async ({
    name,
    documentId,
    locale,
    record,
  }: Contender): Promise<string | null> => {
    const written = slugs.get(name);
    if (written !== undefined || attribute === undefined) return written ?? null;
    const found = await loadDocuments(strapi, inLocale(target, locale), [documentId]);
    return ownSlug(attribute, found.get(documentId), record.imported);
  };
  const toForeseen = async (contender: Contender, noted: string | null): Promise<Foreseen> => {
    const { name, locale, standing, record } = contender;
    const from = record.imported?.[attribute ?? '']?.from;
    const isNoted = noted !== null && digestValue(noted) === from;
    const wanted = from?.startsWith('"') === true ? from.slice(1) : isNoted ? noted : null;
    return { id: name, locale, standing, wanted, slug: await slugOf(contender) };
  };
  const find = async (
    address: string,
    candidates: readonly (Candidate & { readonly wanted: string | null })[]
  ): Promise<ReadonlyMap<string, Foreseen>> => {
    const found = await findContenders(site, addresses, address, candidates, overlay);
    const noted = new Map(candidates.map((one) => [nameOf(target, one), one.wanted]));
    const posts = new Map<string, Foreseen>();
    for (const [name, contender] of found) {
      posts.set(name, await toForeseen(contender, noted.get(name) ?? null));
    }
    return posts;
  };
  return {
    find,

    /** @returns whether the document would be another one's better or worse than before */
    note(planned: Revising, settled: Pick<Settled, 'slugs' | 'refused'>): boolean {
      const { document, revision, file } = planned;
      const { main, published } = document;
      const { locale } = file.post;
      const name = nameIn(target, document.documentId, locale);
      const isWritten = attribute !== undefined && revision.write.includes(attribute);
      const slug = isWritten ? (settled.slugs.get(file.key) ?? null) : null;
      const isElsewhere = changesStanding(planned, target);
      // Any of them may be free by now, since an editor has deleted the document that had it.
      const own = settled.refused.filter((one) => nameOf(target, one) === name);
      const refused = new Set(own.map(({ address }) => address));
      for (const path of file.post.paths) {
        const address = addresses.addressOf(path);
        if (address !== null && !refused.has(address)) byAddress.set(address, name);
      }
      if (!isElsewhere && !isWritten) return false;
      overlay.set(name, recordAfter(planned, site, slug));
      if (attribute !== undefined && slug !== null) {
        const isWhole =
          published === null || published.values[attribute] === main.values[attribute];
        slugs.set(name, isWhole ? slug : null);
        bySlug.set(slugKey(slug, locale), name);
      }
      return isElsewhere;
    },

    /** Whose an address would be, where it would be no file's that has no document. */
    async holderOf(
      one: Pick<Refused, 'address' | 'path'>
    ): Promise<{ readonly post: Foreseen | null; readonly isForeign: boolean }> {
      const changed = byAddress.get(one.address);
      if (changed !== undefined) {
        const candidate = { ...candidateOf(changed), wanted: null };
        const post = (await find(one.address, [candidate])).get(changed);
        if (post !== undefined) return { post, isForeign: false };
      }
      const { contender, isForeign } = await findHolder(site, addresses, one, overlay);
      return { post: contender === null ? null : await toForeseen(contender, null), isForeign };
    },

    /** The name of the document that would have a slug. */
    async idBySlug(slug: string, locale: string | null): Promise<string | undefined> {
      const changed = bySlug.get(slugKey(slug, locale));
      if (changed !== undefined) return changed;
      const holder = await addresses.slugHolder(locale, slug);
      return holder === null ? undefined : nameIn(target, holder.documentId, locale);
    },
  };
};

export type ForeseenDocuments = ReturnType<typeof foreseenDocuments>;
