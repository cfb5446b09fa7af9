import * as React from 'react';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { type BodyLanguage, guessLanguage } from '../../../../core/body-language';
import {
  changeSettings,
  createEditorState,
  type EditorEvents,
  type EditorSettings,
} from '../editor/editor-state';
import { keepClosed, takeClosed } from '../editor/kept-state';
import { originalText } from '../editor/line-ends';
import { fromOutside, outsideChange } from '../editor/outside-change';
import { changeSyntax, languageOf } from '../editor/syntax';

interface BodyEditorOptions {
  /** What the form has. */
  readonly value: string;
  /** Names the field among all of the panel. */
  readonly field: string;
  /** Names the document, in its language, that the value is of; empty for one that is not saved yet. */
  readonly document: string;
  readonly whenEmpty: BodyLanguage;
  readonly settings: EditorSettings;
  /** Called with the whole text when a person has changed it. */
  readonly onEdit: (original: string) => void;
  readonly onPaste: EditorEvents['onPaste'];
  readonly onFormat: EditorEvents['onFormat'];
  readonly onLink: EditorEvents['onLink'];
}

/** An editor in a page. */
export interface BodyEditor {
  /** Where it is to be put. */
  readonly place: React.RefObject<HTMLDivElement>;
  /** Null until it is there. */
  readonly view: EditorView | null;
  /** Another number with each change of text, selection or language. */
  readonly moment: number;
  readonly language: BodyLanguage;
  setLanguage(language: BodyLanguage): void;
}

/** How long a text that was written into the form may take to come back from it, in milliseconds. */
const LONGEST = 10_000;

/** Milliseconds after the last key until it is told anew what a text is written in that began as none. */
const PAUSE = 500;

/** Up to this length that is told again: a longer one is known by then. */
const BEGINNING = 20_000;

/** Opens an editor for a text of a form, and keeps the two alike: by what differs alone, in either direction. */
export const useBodyEditor = (options: BodyEditorOptions): BodyEditor => {
  const place = React.useRef<HTMLDivElement>(null);
  const [view, setView] = React.useState<EditorView | null>(null);
  const [moment, setMoment] = React.useState(0);
  const latest = React.useRef(options);
  latest.current = options;
  /** What was written into the form and has not come back from it yet. */
  const written = React.useRef<{ readonly text: string; readonly at: number }[]>([]);
  const events = React.useRef<EditorEvents | null>(null);
  const document = React.useRef(options.document);
  /** Whether its language was chosen by hand. */
  const isChosen = React.useRef(false);
  const beganEmpty = React.useRef(options.value.trim() === '');

  React.useEffect(() => {
    const onUpdate = (update: ViewUpdate): void => {
      if (update.docChanged || update.selectionSet || update.transactions.length > 0) {
        setMoment((last) => last + 1);
      }
      const isTyped =
        update.docChanged &&
        update.transactions.some((one) => one.docChanged && one.annotation(fromOutside) !== true);
      if (!isTyped) return;
      const original = originalText(update.state);
      written.current.push({ text: original, at: Date.now() });
      latest.current.onEdit(original);
    };
    const own: EditorEvents = {
      onUpdate,
      onPaste: (event, on) => latest.current.onPaste(event, on),
      onFormat: (format) => latest.current.onFormat(format),
      onLink: () => latest.current.onLink(),
    };
    const { value, field, whenEmpty, settings } = latest.current;
    const closed = takeClosed({ field, document: document.current }, value);
    // The editor that is taken over calls whom it has called before.
    const used = Object.assign(closed?.events ?? own, own);
    const state =
      closed?.state ??
      createEditorState(value, guessLanguage(value, whenEmpty).language, used, settings);
    events.current = used;
    const opened = new EditorView({ state, ...(place.current ? { parent: place.current } : {}) });
    setView(opened);
    return () => {
      keepClosed({ field, document: document.current }, opened.state, used);
      opened.destroy();
    };
  }, []);

  const { value, settings } = options;
  React.useEffect(() => {
    view?.dispatch({ effects: changeSettings(settings) });
  }, [view, settings]);

  React.useEffect(() => {
    if (view === null) return;
    const isOther = document.current !== options.document && document.current !== '';
    document.current = options.document;
    const recent = written.current.filter((one) => one.at > Date.now() - LONGEST);
    const at = recent.map(({ text }) => text).lastIndexOf(value);
    if (at >= 0) {
      // It is what was typed a moment ago; what has been typed since then is still on its way.
      written.current = recent.slice(at + 1);
      return;
    }
    written.current = [];
    const change = outsideChange(view.state, value);
    if (change === null) return;
    const { whenEmpty } = latest.current;
    const { language } = guessLanguage(value, whenEmpty);
    const wasEmpty = view.state.doc.length === 0;
    if (isOther && events.current !== null) {
      isChosen.current = false;
      beganEmpty.current = value.trim() === '';
      const fresh = createEditorState(value, language, events.current, latest.current.settings);
      view.setState(fresh);
      setMoment((last) => last + 1);
      return;
    }
    view.dispatch(change);
    if (wasEmpty && !isChosen.current) view.dispatch({ effects: changeSyntax(language) });
  }, [view, value, options.document]);

  React.useEffect(() => {
    if (view === null || isChosen.current || !beganEmpty.current) return undefined;
    const timer = window.setTimeout(() => {
      const { doc } = view.state;
      if (doc.length === 0 || doc.length > BEGINNING) return;
      const { language, reason } = guessLanguage(doc.toString(), latest.current.whenEmpty);
      if (reason !== 'no tags' && language !== languageOf(view.state)) {
        view.dispatch({ effects: changeSyntax(language) });
      }
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [view, moment]);

  return {
    place,
    view,
    moment,
    language: view === null ? options.whenEmpty : languageOf(view.state),
    setLanguage(language) {
      isChosen.current = true;
      view?.dispatch({ effects: changeSyntax(language) });
    },
  };
};
