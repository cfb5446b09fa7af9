import { isDeepStrictEqual } from 'node:util';
import { type Answered, askOnce } from './requests/ask-once';
import type { Competitor, CompetitorName } from './servers/competitors';
import { namedIn } from './requests/named-in';
import type { ReadRequest, Sent } from './requests/requests';
import type { Kept } from './servers/step-memory';

/** Of requests that are sent in turns, so many are looked at. */
const CHECKED = 20;

const parse = ({ text }: Answered): unknown => (text === '' ? null : JSON.parse(text));

/** How somebody's answer has to be like ours. */
const AGREES: Readonly<
  Record<Exclude<CompetitorName, 'ours' | 'memory'>, (ours: unknown, theirs: unknown) => boolean>
> = {
  stock: (ours, theirs) => isDeepStrictEqual(namedIn(ours), namedIn(theirs)),
  stockIndexed: (ours, theirs) => isDeepStrictEqual(namedIn(ours), namedIn(theirs)),
  cached: isDeepStrictEqual,
  bare: isDeepStrictEqual,
};

const fail = (name: string, sent: Sent, why: string): never => {
  throw new Error(`"${name}", ${sent.method} ${sent.path}: ${why}`);
};

const SHOWN = 300;

const shown = ({ status, text }: Answered): string => `${status} ${text.slice(0, SHOWN)}`;

/**
 * Asks everybody for the same, and looks whether they say the same: stock Strapi names the same
 * documents in the same order, and the bare server the same JSON.
 *
 * @returns our answers, to be served from memory
 * @throws where somebody answers otherwise: a comparison of such servers says nothing
 */
export const checkAnswers = async (
  competitors: readonly Competitor[],
  requests: readonly ReadRequest[]
): Promise<Kept[]> => {
  const byName = new Map(competitors.map((competitor) => [competitor.name, competitor]));
  const ask = (name: CompetitorName, sent: Sent) => askOnce(byName.get(name)?.port ?? 0, sent);
  const kept: Kept[] = [];
  for (const { name, requests: all, status } of requests) {
    for (const [turn, sent] of all.entries()) {
      const ours = await ask('ours', sent);
      if (ours.status !== status) fail(name, sent, `ours answers ${shown(ours)}`);
      kept.push({ path: sent.path, status, type: ours.type, text: ours.text });
      if (turn % Math.ceil(all.length / CHECKED) > 0) continue;
      for (const [other, agrees] of Object.entries(AGREES)) {
        const theirs = await ask(other as keyof typeof AGREES, sent);
        if (theirs.status !== status || !agrees(parse(ours), parse(theirs))) {
          fail(name, sent, `ours and ${other} differ:\n${shown(ours)}\n${shown(theirs)}`);
        }
      }
    }
  }
  return kept;
};
