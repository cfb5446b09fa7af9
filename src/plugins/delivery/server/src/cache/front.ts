import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { readForVisitor, tooSlowReason } from 'strapi-plugin-kit';
import type { Describe } from '../answers/http/describe-answer';
import { noteFailure } from '../answers/http/failed-visits';
import { hearAnswer } from '../answers/http/told-answers';
import type { Visits } from '../answers/visits';
import { WAY_HEADER, type Ways } from '../answers/http/ways';
import { then } from '../plans/soon';
import type { AnswerMemory } from './answer-memory';
import { makeAnswer } from './make-answer';
import type { KeptAnswer, SourcedAnswer } from './kept-answer';
import { questionOf } from './question';
import { sendAnswer } from './send-answer';
import { sendRefusal } from './send-refusal';
import { knowSiteHeaders, type SiteHeaders } from './site-headers';

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

/** Who answers what. */
export interface FrontParts {
  /** Where the public asks. */
  readonly paths: readonly string[];
  readonly visits: Visits;
  /** Whether the answers at a path are Strapi's to make, and told. */
  isTold(path: string): boolean;
  readonly describe: Describe;
  /** Null where every answer is made anew. */
  readonly memory: AnswerMemory | null;
  /** Strapi. */
  readonly behind: RequestListener;
  readonly ways: Ways;
  readonly isShown: boolean;
}

/**
 * Answers in front of all that Strapi does: from memory, or by a plan. Who asks what is being answered for another one
 * waits for that answer. All else is Strapi's; its headers are learned from its own answers.
 */
export const createFront = (parts: FrontParts): RequestListener => {
  const { paths, visits, isTold, describe, memory, behind, ways, isShown } = parts;
  const site = knowSiteHeaders();
  const making = new Map<string, Promise<SourcedAnswer | null>>();

  /** Makes an answer by a plan; null where that is not to be had. */
  const make = async (key: string, headers: SiteHeaders): Promise<SourcedAnswer | null> => {
    const [url = ''] = key.split('\n', 1);
    const [path = '', query = ''] = url.split(/\?(.*)/su);
    const visit = await readForVisitor(() => visits.visit(path, query, true));
    if (visit?.way !== 'fast' || visit.isOfDrafts) return null;
    const body = Buffer.from(visit.made.text);
    const { sources } = visit.made;
    return { answer: makeAnswer(body, headers, describe(sources, body)), sources };
  };
  /** The same for all who ask while nothing is written. */
  const makeTogether = (key: string, moment: string, fill: () => Promise<SourcedAnswer | null>) => {
    const name = `${moment}\n${key}`;
    const other = making.get(name);
    if (other !== undefined) return { made: other, way: 'kept' as const };
    const made = memory === null ? fill() : memory.fill(key, moment, fill);
    const end = (): boolean => making.delete(name);
    making.set(name, made);
    made.then(end, end);
    return { made, way: 'fast' as const };
  };

  const send = (
    key: string,
    answer: KeptAnswer,
    way: 'kept' | 'fast',
    request: IncomingMessage,
    response: ServerResponse
  ): void => {
    ways.counts[way] += 1;
    const packing = sendAnswer(answer, request, response, isShown ? [WAY_HEADER, way] : []);
    if (packing !== null) memory?.pack(key, answer, packing);
  };

  const pass: RequestListener = (request, response) => {
    if (request.method === 'GET') site.learn(request, response);
    behind(request, response);
  };

  /** Has Strapi answer a request; null where its answer is not to be kept. */
  const askBehind = async (
    headers: SiteHeaders,
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<SourcedAnswer | null> => {
    const hearing = hearAnswer(request, response);
    pass(request, response);
    const told = await hearing;
    if (told === null) return null;
    const { body, description, sources } = told;
    return { answer: makeAnswer(body, headers, description), sources };
  };

  const answer = (key: string, request: IncomingMessage, response: ServerResponse): unknown =>
    then(memory === null ? null : memory.keepUp(), (moment) => {
      const kept = moment === null ? undefined : memory?.get(key);
      if (kept !== undefined) return send(key, kept, 'kept', request, response);
      const headers = site.get(request);
      if (headers === undefined || request.method !== 'GET') return pass(request, response);
      const mayTell = isTold(pathOf(request));
      if (mayTell && (memory === null || moment === null)) return pass(request, response);
      let isPassed = false;
      const fill = (): Promise<SourcedAnswer | null> => {
        isPassed = mayTell;
        return mayTell ? askBehind(headers, request, response) : make(key, headers);
      };
      // Without a moment nobody knows whether what is being made is new enough for another one.
      const { made, way } =
        moment === null ? { made: fill(), way: 'fast' as const } : makeTogether(key, moment, fill);
      return made.then(
        (found) => {
          if (isPassed) return;
          if (found === null) pass(request, response);
          else send(key, found.answer, way, request, response);
        },
        (error: unknown) => {
          const reason = tooSlowReason(error);
          if (reason !== null) {
            // At once: a flood of these is what Strapi's middlewares are to be kept from.
            sendRefusal(reason, headers, response);
            return;
          }
          // Strapi says it in its own way.
          noteFailure(request, error);
          pass(request, response);
        }
      );
    });

  return (request, response) => {
    const key = questionOf(paths, request);
    if (key === null) {
      behind(request, response);
      return;
    }
    /** No failure here may end the process, or leave a visitor waiting. */
    const fail = (): void => {
      if (response.headersSent) response.destroy();
      else behind(request, response);
    };
    try {
      const answered = answer(key, request, response);
      if (answered instanceof Promise) answered.catch(fail);
    } catch {
      fail();
    }
  };
};
