import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Edit, Span } from '../core/edits/edit';
import { continueBlock } from '../core/edits/markdown-blocks';
import { languageAt } from '../../../../core/body-language';
import { languageOf } from './syntax';

/** What is selected in an editor. */
export const selectionOf = (state: EditorState): Span => {
  const { from, to } = state.selection.main;
  return { from, to };
};

/** Makes an edit in an editor, as one step of its history. */
export const applyEdit = (view: EditorView, { changes, selection }: Edit): void => {
  if (view.state.readOnly) return;
  view.dispatch({
    changes: changes.map(({ from, to, insert }) => ({ from, to, insert })),
    selection: { anchor: selection.from, head: selection.to },
    scrollIntoView: true,
    userEvent: 'input.format',
  });
};

/** Goes on with a list or a quotation of Markdown at its next line. */
export const goOnWithBlock = (view: EditorView): boolean => {
  const { state } = view;
  const { from, to } = selectionOf(state);
  if (state.readOnly || from !== to) return false;
  const line = state.doc.lineAt(from);
  const continued = continueBlock(line.text, from - line.from);
  if (continued === null) return false;
  if (languageAt(state.doc.toString(), languageOf(state), from) !== 'markdown') return false;
  const start = line.from + continued.from;
  const end = continued.insert === '' ? line.to : from;
  view.dispatch({
    changes: { from: start, to: end, insert: continued.insert },
    selection: { anchor: start + continued.insert.length },
    scrollIntoView: true,
    userEvent: 'input',
  });
  return true;
};
