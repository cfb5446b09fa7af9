import type { Core } from '@strapi/strapi';
import type { LinkOutcome } from '../core/link-outcome';
import type { Sources } from '../sources/sources';
import { type Checking, checkLink, type Finding } from './check-link';
import { type Clock, hostTurns } from './host-turns';
import { checkRecords } from './records';
import { type Link, walkLinks } from './walk-links';

export type Counts = Record<LinkOutcome, number> & { checked: number; skipped: number };

export interface CheckOptions {
  readonly clock: Clock;
  /** Begins a new round, where an unfinished one would be taken up. */
  readonly again: boolean;
  readonly signal: AbortSignal;
  onFinding(link: Link, finding: Finding): Promise<void>;
}

const ROUND = { type: 'plugin', name: 'source-links', key: 'link-check-round' } as const;

/**
 * Checks the links of all published documents once. What is found is stored at once, so a check
 * that was cut short goes on where it was; each round begins when the last one has come to its end, which
 * lets go of what nobody links to any more.
 */
export async function runCheck(strapi: Core.Strapi, options: CheckOptions): Promise<Counts> {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  const { delay, concurrency, ...manners } = sources.config.check;
  const turn = hostTurns(delay, options.clock);
  const checking: Checking = { ...manners, turn, clock: options.clock };
  const records = checkRecords(strapi);
  const since = await beginRound(strapi, options);
  const counts: Counts = {
    checked: 0,
    skipped: 0,
    ok: 0,
    moved: 0,
    gone: 0,
    refused: 0,
    broken: 0,
    unreachable: 0,
    private: 0,
  };

  const check = async (link: Link): Promise<void> => {
    const finding = await checkLink(link.link, checking);
    await records.write(link, finding, new Date(options.clock.now()));
    counts.checked += 1;
    counts[finding.outcome] += 1;
    await options.onFinding(link, finding);
  };

  for await (const page of walkLinks(strapi, sources)) {
    const links = await records.unchecked(page, since);
    counts.skipped += page.length - links.length;
    await inTurns(byHost(links), concurrency, options.signal, check);
    if (options.signal.aborted) return counts;
  }
  await records.forget(since);
  await strapi.store.delete(ROUND);
  return counts;
}

/** When the round began that is being worked on. */
async function beginRound(strapi: Core.Strapi, { again, clock }: CheckOptions): Promise<Date> {
  const begun: unknown = again ? null : await strapi.store.get(ROUND);
  if (typeof begun === 'number') return new Date(begun);
  // Some databases keep whole seconds: a record of this very second is one of this round.
  const now = Math.floor(clock.now() / 1000) * 1000;
  await strapi.store.set({ ...ROUND, value: now });
  return new Date(now);
}

function byHost(links: readonly Link[]): Link[][] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const { host } = new URL(link.link);
    groups.set(host, [...(groups.get(host) ?? []), link]);
  }
  return [...groups.values()];
}

/** Works through groups, so many at a time, each in its order, until the signal says stop. */
async function inTurns(
  groups: Link[][],
  concurrency: number,
  signal: AbortSignal,
  work: (link: Link) => Promise<void>
): Promise<void> {
  const worker = async (): Promise<void> => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      for (const link of group) {
        if (signal.aborted) return;
        await work(link);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, groups.length) }, worker));
}
