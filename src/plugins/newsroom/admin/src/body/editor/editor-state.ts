import {
  defaultKeymap,
  history,
  historyKeymap,
  insertNewlineKeepIndent,
} from '@codemirror/commands';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import {
  dropCursor,
  EditorView,
  highlightSpecialChars,
  keymap,
  placeholder,
  type ViewUpdate,
} from '@codemirror/view';
import type { BodyLanguage } from '../../../../core/body-language';
import type { Format } from '../core/edits/commands';
import { readLines } from '../core/line-ends';
import { goOnWithBlock } from './apply-edit';
import { keepLineEnds } from './line-ends';
import { syntaxOf } from './syntax';

/** What the field does of what happens in its editor. It is looked up each time: a field may take an editor over. */
export interface EditorEvents {
  onUpdate(update: ViewUpdate): void;
  onPaste(event: ClipboardEvent, view: EditorView): boolean;
  onFormat(format: Format): void;
  onLink(): void;
}

/** What is told of a text in an editor to those who cannot see it, and may be done with it. */
export interface EditorSettings {
  readonly attributes: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
  readonly placeholder: string;
  /** CodeMirror's own words. */
  readonly phrases: Readonly<Record<string, string>>;
}

const settings = new Compartment();

const settingsOf = (given: EditorSettings): Extension => [
  EditorView.contentAttributes.of({
    spellcheck: 'true',
    ...given.attributes,
    // What cannot be typed into can still be reached and read.
    ...(given.isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
  }),
  EditorState.readOnly.of(given.isReadOnly),
  EditorView.editable.of(!given.isReadOnly),
  EditorState.phrases.of(given.phrases),
  given.placeholder === '' ? [] : placeholder(given.placeholder),
];

export const changeSettings = (given: EditorSettings) => settings.reconfigure(settingsOf(given));

const keysOf = (events: EditorEvents): Extension => {
  const format = (name: Format) => (): boolean => {
    events.onFormat(name);
    return true;
  };
  return Prec.high(
    keymap.of([
      { key: 'Mod-b', run: format('bold') },
      { key: 'Mod-i', run: format('italic') },
      {
        key: 'Mod-k',
        run: () => {
          events.onLink();
          return true;
        },
      },
      // CodeMirror's own takes white space away around it.
      { key: 'Enter', run: (view) => goOnWithBlock(view) || insertNewlineKeepIndent(view) },
      { key: 'Mod-h', run: openSearchPanel, preventDefault: true },
    ])
  );
};

/** An editor's state for a text as it is stored. Tab is left to the page: it leads to the next field. */
export const createEditorState = (
  original: string,
  language: BodyLanguage,
  events: EditorEvents,
  given: EditorSettings
): EditorState => {
  const { text, ends } = readLines(original);
  return EditorState.create({
    doc: text,
    extensions: [
      keepLineEnds(ends),
      history(),
      keysOf(events),
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      search({ top: true }),
      EditorView.lineWrapping,
      highlightSpecialChars(),
      dropCursor(),
      syntaxOf(language),
      settings.of(settingsOf(given)),
      EditorView.updateListener.of((update) => events.onUpdate(update)),
      EditorView.domEventHandlers({ paste: (event, view) => events.onPaste(event, view) }),
    ],
  });
};
