/** Characters of texts that a page shows in all: to render more would keep others waiting. */
const MOST = 200_000;

/** What a text was cut to. */
export interface Taken {
  readonly text: string;
  readonly isCut: boolean;
}

/** How much of texts a page still has room for. */
export interface PageRoom {
  /** As much of a text as there is room for. */
  take(text: string): Taken;
  /** Whether there is room for something of a length, which then is taken. */
  has(length: number): boolean;
}

export const pageRoom = (most: number = MOST): PageRoom => {
  let left = most;
  return {
    take(text) {
      const taken = text.slice(0, left);
      left -= taken.length;
      return { text: taken, isCut: taken.length < text.length };
    },
    has(length) {
      if (length > left) return false;
      left -= length;
      return true;
    },
  };
};
