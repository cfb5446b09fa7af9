import type { EditorState } from '@codemirror/state';
import type { EditorEvents } from './editor-state';
import { originalText } from './line-ends';

/** An editor that was closed. */
interface Closed {
  readonly place: EditorPlace;
  readonly state: EditorState;
  readonly events: EditorEvents;
  readonly at: number;
}

/** Where an editor is. */
export interface EditorPlace {
  /** Names the field among all of the panel. */
  readonly field: string;
  /** Names the document in its language; empty for one that is not saved yet. */
  readonly document: string;
}

/** How long a closed editor is waited for: as long as the page of a new document takes to become that of a saved one. */
const LONGEST = 5000;

const closed = new Map<string, Closed>();

/** Keeps an editor that is closed, so that undo goes on where its field is opened again with the same text. */
export const keepClosed = (place: EditorPlace, state: EditorState, events: EditorEvents): void => {
  closed.set(place.field, { place, state, events, at: Date.now() });
};

/** The editor of a field that was closed a moment ago with this text; null where there is none. */
export const takeClosed = (place: EditorPlace, original: string): Closed | null => {
  const last = closed.get(place.field);
  closed.delete(place.field);
  if (last === undefined) return null;
  // What was not saved then may have been saved since; of two that are not, nobody knows.
  const isSame = place.document !== '' && ['', place.document].includes(last.place.document);
  if (!isSame || original === '' || Date.now() - last.at > LONGEST) return null;
  return originalText(last.state) === original ? last : null;
};
