import { decode } from '../../core/read/decode';

/** The text of a file, as people are shown it. */
export interface ShownText {
  readonly text: string;
  /** Null where no encoding reads all of it: U+FFFD stands for what is lost. */
  readonly encoding: string | null;
}

/** What cannot be decoded is shown all the same: somebody has to see what is wrong with it. */
export const decodeForShow = (bytes: Uint8Array): ShownText => {
  const decoded = decode(bytes, 'utf-8');
  if (decoded.ok) return { text: decoded.text, encoding: decoded.encoding };
  return { text: new TextDecoder('utf-8').decode(bytes), encoding: null };
};
