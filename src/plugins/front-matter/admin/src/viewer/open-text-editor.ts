import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { type MarkedPlace, marksIn } from './marks';
import { placeIn } from './place-in';

interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What the text is called. */
  readonly label: string;
  /** The id of what is said of the text. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

/** A text that can be changed. */
export interface TextEditor {
  /** Marks what is wrong, in the place of what was marked before. */
  mark(places: readonly MarkedPlace[]): void;
  /** Puts the cursor somewhere, in sight. */
  goTo(place: MarkedPlace): void;
  close(): void;
}

const setMarks = StateEffect.define<readonly MarkedPlace[]>();

/** Marks move with the text until it is known what is wrong with it now. */
const marked = StateField.define<DecorationSet>({
  create: ({ doc }) => marksIn(doc, []),
  update(marks, { changes, effects, newDoc }) {
    const effect = effects.find((each) => each.is(setMarks));
    return effect?.is(setMarks) === true ? marksIn(newDoc, effect.value) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A text whose lines all end alike keeps these ends; where they differ, CodeMirror makes them one. */
const lineEnds = (text: string): Extension =>
  /\r\n/.test(text) && !/(?:^|[^\r])\n|\r(?!\n)/.test(text)
    ? EditorState.lineSeparator.of('\r\n')
    : [];

/** Shows a text to be corrected. */
export const openTextEditor = (options: EditorOptions): TextEditor => {
  const { parent, text, label, describedBy, onChange } = options;
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineEnds(text),
      lineNumbers(),
      highlightSpecialChars(),
      drawSelection(),
      history(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy }),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      marked,
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.sliceDoc());
      }),
    ],
  });
  const view = new EditorView({ state, parent });
  return {
    mark(places) {
      view.dispatch({ effects: setMarks.of(places) });
    },
    goTo({ line, column }) {
      const place = placeIn(view.state.doc, line, column);
      if (place === null) return;
      const anchor = place.at ?? place.lineStart;
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    close: () => view.destroy(),
  };
};
