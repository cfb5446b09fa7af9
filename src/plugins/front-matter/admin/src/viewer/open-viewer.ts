import { defaultKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { marksIn } from './marks';
import { placeIn } from './place-in';

interface ViewerOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** The place to be marked; the first line and the first column are 1. */
  readonly line: number | null;
  readonly column: number | null;
  /** What the text is called. */
  readonly label: string;
}

/** A text that can be read. */
interface Viewer {
  /** Whether the place is in the text. */
  readonly isFound: boolean;
  close(): void;
}

/** Shows a text that cannot be changed, with the cursor at a place in it, which is marked. */
export const openViewer = ({ parent, text, line, column, label }: ViewerOptions): Viewer => {
  const { doc } = EditorState.create({ doc: text });
  const place = line === null ? null : placeIn(doc, line, column);
  const state = EditorState.create({
    doc,
    selection: { anchor: place?.at ?? place?.lineStart ?? 0 },
    extensions: [
      lineNumbers(),
      highlightSpecialChars(),
      drawSelection(),
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-readonly': 'true',
        tabindex: '0',
      }),
      keymap.of(defaultKeymap),
      line === null ? [] : EditorView.decorations.of(marksIn(doc, [{ line, column }])),
    ],
  });
  const view = new EditorView({ state, parent });
  if (place !== null) {
    view.dispatch({ effects: EditorView.scrollIntoView(place.lineStart, { y: 'center' }) });
  }
  return { isFound: line === null || place !== null, close: () => view.destroy() };
};
