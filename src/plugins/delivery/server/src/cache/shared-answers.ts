import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';

import type { SourcedAnswer } from './kept-answer';

/** Answers that several instances of an application share. */
export interface SharedAnswers {
  /** One that was made at a moment, or later; null where there is none, or none can be had in time. */
  get(moment: string, question: string): Promise<SourcedAnswer | null>;
  /** Shares one; nobody waits for that. */
  set(moment: string, question: string, shared: SourcedAnswer): void;
  /** Whether what they are shared by answers. */
  isThere(): boolean;
  close(): void;
}

/** How long an answer may be asked for, in seconds: it is of use until something is written. */
const EXPIRES = 600;
/** A Redis that takes longer, in milliseconds, would be slower than the database. */
const PATIENCE = 50;
/** One that did not answer in time is left alone for a while, in milliseconds. */
const REST = 1000;
const MAX_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

const pack = ({ answer, sources }: SourcedAnswer): Buffer => {
  const { headers, etag, madeAt, body } = answer;
  const { uids, types, documents } = sources;
  const head = JSON.stringify({ headers, etag, madeAt, uids, types, documents: [...documents] });
  return Buffer.concat([Buffer.from(`${head}\n`), body]);
};

interface Head {
  readonly headers: readonly string[];
  readonly etag: string;
  readonly madeAt: number;
  readonly uids: readonly string[];
  readonly types: readonly string[];
  readonly documents: readonly string[];
}

const unpack = (bytes: Buffer): SourcedAnswer => {
  const end = bytes.indexOf(NEWLINE);
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
  const { headers, etag, madeAt, uids, types } = head;
  const answer = { body: bytes.subarray(end + 1), packed: new Map(), headers, etag, madeAt };
  return { answer, sources: { uids, types, documents: new Set(head.documents) } };
};

/**
 * Shares answers by a Redis. An answer is found by the moment it was made at, as the database tells it: one that is
 * older than anything written is never asked for, so that no instance has to tell another to forget one.
 *
 * @param url where the Redis is
 * @param scope what answers of applications, or of other settings, must not be mixed up by
 * @param warn is told once that Redis is away, each time that it goes
 */
export const shareAnswers = (
  url: string,
  scope: string,
  warn: (message: string) => void
): SharedAnswers => {
  const redis = new Redis(url, {
    commandTimeout: PATIENCE,
    connectTimeout: 2000,
    disconnectTimeout: 200,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 200, 5000),
  });
  let isAway = false;
  redis.on('error', (error) => {
    if (!isAway) warn(`delivery shares no answers, Redis is away: ${error.message}`);
    isAway = true;
  });
  redis.on('ready', () => {
    isAway = false;
  });
  let restsUntil = 0;
  const isThere = (): boolean => redis.status === 'ready' && performance.now() >= restsUntil;
  const rest = (): null => {
    restsUntil = performance.now() + REST;
    return null;
  };
  const keyOf = (moment: string, question: string): string =>
    `delivery:${createHash('sha1')
      .update(JSON.stringify([scope, moment, question]))
      .digest('base64url')}`;

  return {
    async get(moment, question) {
      if (!isThere()) return null;
      return redis
        .getBuffer(keyOf(moment, question))
        .then((bytes) => (bytes === null ? null : unpack(bytes)))
        .catch(rest);
    },
    set(moment, question, shared) {
      if (!isThere() || shared.answer.body.length > MAX_BYTES) return;
      redis.set(keyOf(moment, question), pack(shared), 'EX', EXPIRES).catch(() => undefined);
    },
    isThere,
    close: () => redis.disconnect(),
  };
};
