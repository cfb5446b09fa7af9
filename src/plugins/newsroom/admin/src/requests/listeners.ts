/** Those who want to hear of some documents. */
export interface Listeners<Event> {
  /** Calls back with what happens to a document, until the answer is called. */
  on(document: string, listener: (event: Event) => void): () => void;
  tell(document: string, event: Event): void;
}

export const createListeners = <Event>(): Listeners<Event> => {
  const all = new Map<string, Set<(event: Event) => void>>();
  return {
    on(document, listener) {
      const own = all.get(document) ?? new Set();
      all.set(document, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) all.delete(document);
      };
    },
    tell(document, event) {
      for (const listener of [...(all.get(document) ?? [])]) listener(event);
    },
  };
};
