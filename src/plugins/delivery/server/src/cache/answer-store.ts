import { LRUCache } from 'lru-cache';

import { ANYTHING } from '../answers/sources';
import type { KeptAnswer, SourcedAnswer } from './kept-answer';

/** What an entry takes beside its bytes, about. */
const OVERHEAD = 1000;

/** A document that was written. */
export interface Touched {
  readonly uid: string;
  readonly documentId: string;
}

/** An answer that is being made. */
interface Filling {
  /** Keeps the answer, unless what it was made of was written meanwhile. */
  keep(key: string, sourced: SourcedAnswer): void;
  /** To be called in any case. */
  end(): void;
}

/** Answers by what was asked, and by what they were made of. */
export interface AnswerStore {
  get(key: string): KeptAnswer | undefined;
  /** To be called before anything is read that an answer is made of. */
  begin(): Filling;
  /** Puts another form of an answer in its place, unless it was forgotten. */
  replace(key: string, answer: KeptAnswer, by: KeptAnswer): void;
  /** Forgets what was made of some documents, or depends on their types. */
  forget(touched: readonly Touched[]): void;
  clear(): void;
  /** How much memory the answers take, in bytes, about. */
  size(): number;
}

const sizeOf = ({ answer, sources }: SourcedAnswer): number => {
  let size = OVERHEAD + answer.body.length + sources.documents.size * 50;
  for (const packed of answer.packed.values()) size += packed.length;
  for (const header of answer.headers) size += header.length;
  return size;
};

/**
 * @param bytes how much memory answers may take, about
 * @param told the types whose documents are told when they are written; whatever else an answer has may have
 *   changed as soon as anything was
 */
export const createAnswerStore = (bytes: number, told: ReadonlySet<string>): AnswerStore => {
  /** The keys of answers by the documents, and by the types, that they depend on. */
  const dependents = new Map<string, Set<string>>();

  const sourcesOf = function* ({ sources }: SourcedAnswer): Iterable<string> {
    yield* sources.types;
    yield* sources.documents;
    if (![...sources.uids, ...sources.types].every((uid) => told.has(uid))) yield ANYTHING;
  };
  const unlink = (entry: SourcedAnswer, key: string): void => {
    for (const source of sourcesOf(entry)) {
      const keys = dependents.get(source);
      keys?.delete(key);
      if (keys?.size === 0) dependents.delete(source);
    }
  };
  const entries = new LRUCache<string, SourcedAnswer>({
    maxSize: bytes,
    sizeCalculation: sizeOf,
    dispose: (entry, key, reason) => {
      // What takes its place depends on the same.
      if (reason !== 'set') unlink(entry, key);
    },
  });
  const put = (key: string, entry: SourcedAnswer): void => {
    entries.set(key, entry);
    // One that is too large is not stored, nor is what it was to replace any more.
    if (!entries.has(key)) {
      unlink(entry, key);
      return;
    }
    for (const source of sourcesOf(entry)) {
      const keys = dependents.get(source);
      if (keys === undefined) dependents.set(source, new Set([key]));
      else keys.add(key);
    }
  };
  /** What was written since each answer was begun; null for all. */
  const open = new Set<{ written: Set<string> | null }>();
  const drop = (source: string): void => {
    for (const key of [...(dependents.get(source) ?? [])]) entries.delete(key);
  };

  return {
    get: (key) => entries.get(key)?.answer,
    begin() {
      const state = { written: new Set<string>() as Set<string> | null };
      open.add(state);
      return {
        keep(key, entry) {
          const { written } = state;
          if (written === null || [...sourcesOf(entry)].some((source) => written.has(source)))
            return;
          entries.delete(key);
          put(key, entry);
        },
        end: () => open.delete(state),
      };
    },
    replace(key, answer, by) {
      const entry = entries.peek(key);
      if (entry?.answer === answer) put(key, { ...entry, answer: by });
    },
    forget(touched) {
      const sources = new Set([
        ANYTHING,
        ...touched.flatMap(({ uid, documentId }) => [uid, documentId]),
      ]);
      for (const source of sources) {
        drop(source);
        for (const { written } of open) written?.add(source);
      }
    },
    clear() {
      for (const state of open) state.written = null;
      entries.clear();
      dependents.clear();
    },
    size: () => entries.calculatedSize,
  };
};
