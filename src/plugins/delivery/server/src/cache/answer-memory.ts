import type { AnswerStore } from './answer-store';
import type { KeepUp } from './keep-up';
import type { KeptAnswer, Packing, SourcedAnswer } from './kept-answer';
import { packAnswer } from './pack-answer';
import type { SharedAnswers } from './shared-answers';

/** Answers that were made before, here or by another instance, and are still right. */
export interface AnswerMemory {
  /** To be called before anything is taken from memory, and awaited. */
  readonly keepUp: KeepUp;
  get(key: string): KeptAnswer | undefined;
  /**
   * Takes an answer that another instance has made at a moment, or has it made, and keeps it.
   *
   * @param make answers with null for what cannot be made
   */
  fill(
    key: string,
    moment: string,
    make: () => Promise<SourcedAnswer | null>
  ): Promise<SourcedAnswer | null>;
  /** Packs an answer, for the next who ask for it. */
  pack(key: string, answer: KeptAnswer, packing: Packing): void;
}

/** @param shared null where answers are not shared */
export const createMemory = (
  store: AnswerStore,
  keepUp: KeepUp,
  shared: SharedAnswers | null
): AnswerMemory => {
  const packing = new WeakSet<KeptAnswer>();
  return {
    keepUp,
    get: (key) => store.get(key),
    async fill(key, moment, make) {
      const filling = store.begin();
      try {
        const found = shared === null ? null : await shared.get(moment, key);
        const made = found ?? (await make());
        if (made === null) return null;
        filling.keep(key, made);
        if (found === null) shared?.set(moment, key, made);
        return made;
      } finally {
        filling.end();
      }
    },
    pack(key, answer, by) {
      if (packing.has(answer)) return;
      packing.add(answer);
      packAnswer(answer, by).then(
        (packed) => store.replace(key, answer, packed),
        () => undefined
      );
    },
  };
};
