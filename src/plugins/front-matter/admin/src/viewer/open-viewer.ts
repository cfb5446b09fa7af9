import { defaultKeymap } from '@codemirror/commands';
import { EditorState, type Extension, type Range } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
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

const MARKED_LINE = Decoration.line({ class: 'file-marked-line' });
const MARKED_PLACE = Decoration.mark({ class: 'file-marked-place' });

const marks = (lineStart: number, at: number | null, end: number): Extension => {
  const ranges: Range<Decoration>[] = [MARKED_LINE.range(lineStart)];
  if (at !== null && end > at) ranges.push(MARKED_PLACE.range(at, end));
  return EditorView.decorations.of(Decoration.set(ranges, true));
};

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
      place === null ? [] : marks(place.lineStart, place.at, place.end),
    ],
  });
  const view = new EditorView({ state, parent });
  if (place !== null) {
    view.dispatch({ effects: EditorView.scrollIntoView(place.lineStart, { y: 'center' }) });
  }
  return { isFound: line === null || place !== null, close: () => view.destroy() };
};
