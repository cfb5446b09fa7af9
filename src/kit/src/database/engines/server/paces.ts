import type { QueryForm } from '../../connections/reads-apart';

/** How long what is asked in one form takes: not known yet, little, or long. */
type Pace = 'new' | 'quick' | 'slow';

/** What is known of what a site is asked: statements, and what requests ask for. */
export interface Paces {
  of(form: QueryForm): Pace;
  /** @param isQuick whether it took no longer than what it answered with explains */
  note(form: QueryForm, isQuick: boolean): void;
}

/** What takes longer than is explained, more often than it makes up for, keeps others waiting. */
const OFTEN = 3;
/** Each time that it was quick makes up for a part of one that it was not. */
const FORGIVEN = 0.05;

/** Of how many forms it is kept; those that have not been asked for longest are forgotten. */
const MOST = 2000;

/**
 * Learns from how long each took. What looks into texts is slow until it has been quick, and again once it has not:
 * its words differ, and what is quick for one is not for another.
 */
export const startPaces = (): Paces => {
  /** By form: how often it took too long. */
  const delays = new Map<string, number>();
  return {
    of({ text, searches }) {
      const noted = delays.get(text);
      if (noted !== undefined) return noted >= OFTEN ? 'slow' : 'quick';
      return searches ? 'slow' : 'new';
    },
    note({ text, searches }, isQuick) {
      const noted = delays.get(text);
      delays.delete(text);
      if (isQuick) delays.set(text, Math.max(0, (noted ?? 0) - FORGIVEN));
      else if (searches) delays.set(text, OFTEN);
      else delays.set(text, Math.min(OFTEN + 1, (noted ?? 0) + 1));
      if (delays.size <= MOST) return;
      const [oldest] = delays.keys();
      if (oldest !== undefined) delays.delete(oldest);
    },
  };
};
