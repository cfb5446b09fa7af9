import { types } from 'node:util';
import {
  isTransient,
  type LinkOutcome,
  outcomeOfStatus,
  retryAfter,
  wantsGet,
} from '../core/link-outcome';
import { type Answer, ask, type Manners } from './ask';
import type { Clock, Turn } from './host-turns';
import { PrivateAddressError } from './public-address';

/** What was found at a link. */
export interface Finding {
  readonly outcome: LinkOutcome;
  /** The last HTTP status, or null where there was no answer. */
  readonly status: number | null;
  /** Where redirects led to; null where they led nowhere else. */
  readonly finalLink: string | null;
  /** Why there was no answer. */
  readonly reason: string | null;
}

export interface Checking extends Manners {
  /** How often a link is asked for again when its server fails. */
  readonly retries: number;
  readonly turn: Turn;
  readonly clock: Clock;
}

const MAX_REDIRECTS = 5;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Checks one link: HEAD, then GET where that helps, through redirects, again after failures that may pass. */
export async function checkLink(link: string, checking: Checking): Promise<Finding> {
  for (let attempt = 0; ; attempt += 1) {
    const { wait, ...finding } = await follow(link, checking);
    const mayPass = finding.outcome !== 'private' && isTransient(finding.status);
    if (attempt >= checking.retries || !mayPass) return finding;
    const pause = Math.max(FIRST_PAUSE * 2 ** attempt, wait ?? 0);
    // A server that asks for more patience than this is asked again in another round.
    if (pause > LONGEST_PAUSE) return finding;
    await checking.clock.sleep(pause);
  }
}

type Attempt = Finding & { readonly wait: number | null };

async function follow(link: string, checking: Checking): Promise<Attempt> {
  let url = new URL(link);
  let isPermanent = true;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const finalLink = hops === 0 ? null : url.href;
    let answer: Answer;
    try {
      answer = await askOnce(url, checking);
    } catch (error) {
      return { ...failure(error), finalLink, wait: null };
    }
    const { status } = answer;
    const next = REDIRECTS.has(status) ? target(answer.location, url) : null;
    if (next === null) {
      const outcome = outcomeOfStatus(status);
      const isMoved = outcome === 'ok' && hops > 0 && isPermanent;
      const wait = retryAfter(answer.retryAfter, checking.clock.now());
      return { outcome: isMoved ? 'moved' : outcome, status, finalLink, reason: null, wait };
    }
    isPermanent &&= PERMANENT.has(status);
    url = next;
  }
  return {
    outcome: 'broken',
    status: null,
    finalLink: url.href,
    reason: 'too many redirects',
    wait: LONGEST_PAUSE + 1,
  };
}

async function askOnce(url: URL, checking: Checking): Promise<Answer> {
  await checking.turn(url.host);
  const answer = await ask(url, 'HEAD', checking);
  if (!wantsGet(answer.status)) return answer;
  await checking.turn(url.host);
  return ask(url, 'GET', checking);
}

/** Where a redirect leads; null where it leads nowhere that may be followed. */
function target(location: string | undefined, from: URL): URL | null {
  if (location === undefined || !URL.canParse(location, from.href)) return null;
  const url = new URL(location, from);
  // Nobody's password is sent or kept.
  url.username = '';
  url.password = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

function failure(error: unknown): Pick<Finding, 'outcome' | 'status' | 'reason'> {
  if (error instanceof PrivateAddressError) {
    return { outcome: 'private', status: null, reason: error.message };
  }
  if (!types.isNativeError(error)) throw error;
  const isLate = error.name === 'TimeoutError' || error.name === 'AbortError';
  return {
    outcome: 'unreachable',
    status: null,
    reason: isLate ? 'no answer in time' : error.message,
  };
}
