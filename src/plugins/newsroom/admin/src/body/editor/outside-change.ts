import { Annotation, type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import { readLines } from '../core/line-ends';
import { smallestChange } from '../core/smallest-change';
import { originalText, setLineEnds } from './line-ends';

/** Marks what the form has changed, and not the person at the editor. */
export const fromOutside = Annotation.define<boolean>();

/**
 * Gives an editor the text that its form has now, by changing what differs alone: the cursor stays, and what was typed
 * before can still be undone. Null where it has that text.
 */
export const outsideChange = (state: EditorState, original: string): TransactionSpec | null => {
  if (originalText(state) === original) return null;
  const { text, ends } = readLines(original);
  return {
    changes: smallestChange(state.doc.toString(), text) ?? [],
    effects: setLineEnds.of(ends),
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
  };
};
