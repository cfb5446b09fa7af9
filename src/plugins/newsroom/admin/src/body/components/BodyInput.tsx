import * as React from 'react';
import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import { Field } from '@strapi/design-system';
import { type InputProps, unstable_useContentManagerContext, useField } from '@strapi/strapi/admin';
import { serverAddress } from 'strapi-plugin-kit/admin';
import { type Format, formatsOf, toggleFormat } from '../core/edits/commands';
import { linkAround } from '../core/edits/links';
import { applyEdit, selectionOf } from '../editor/apply-edit';
import { originalText } from '../editor/line-ends';
import { phrasesIn } from '../editor/phrases';
import { useBodyEditor } from '../hooks/useBodyEditor';
import { useBodyWords } from '../hooks/useBodyWords';
import { useFullScreen } from '../hooks/useFullScreen';
import { usePaste } from '../hooks/usePaste';
import { usePreviewSwitch } from '../hooks/usePreviewSwitch';
import { useSettled } from '../hooks/useSettled';
import { BodyDialogs, type Opened } from './BodyDialogs';
import { BodyFooter } from './BodyFooter';
import { BodyFrame } from './BodyFrame';
import { BodyPreview } from './BodyPreview';
import { type BodyCommands, BodyTools } from './BodyTools';
import { useMediaLibrary } from './MediaPicker';

type BodyInputProps = InputProps & {
  readonly attribute?: { readonly options?: { readonly empty?: unknown } };
};

/** Milliseconds after the last key until a text is counted and shown, and until its format is told. */
const PAUSE = { text: 300, formats: 100 };

/** How far around the cursor formats are looked for. */
const REACH = 20_000;

/** A body, HTML or Markdown, as a field of an edit view: its source, and how it will be read beside it. */
const BodyInput = React.forwardRef<{ focus(): void }, BodyInputProps>((props, ref) => {
  const { name, label, hint, attribute, placeholder = '' } = props;
  const { required = false, disabled = false } = props;
  const id = React.useId();
  const spoken = typeof label === 'string' ? label : name;
  const say = useBodyWords();
  const { model } = unstable_useContentManagerContext();
  const field = useField<string | null>(name);
  const documentId = useField<string | null>('documentId').value ?? '';
  const locale = useField<string | null>('locale').value ?? '';
  const [opened, setOpened] = React.useState<Opened | null>(null);
  const [isPreviewed, togglePreview] = usePreviewSwitch();
  const { isFullScreen, frame, toggle: toggleFullScreen, onKeyDown } = useFullScreen();
  const library = useMediaLibrary();
  const onPaste = usePaste();
  const { error } = field;

  const settings = React.useMemo(() => {
    const described = error !== undefined ? 'error' : hint ? 'hint' : null;
    return {
      attributes: {
        id: `${id}-text`,
        'aria-label': spoken,
        ...(required ? { 'aria-required': 'true' } : {}),
        ...(error === undefined ? {} : { 'aria-invalid': 'true' }),
        ...(described === null ? {} : { 'aria-describedby': `${id}-${described}` }),
      },
      isReadOnly: disabled,
      placeholder,
      phrases: phrasesIn(say),
    };
  }, [id, spoken, required, disabled, placeholder, hint, error, say]);

  const format = (kind: Format): void => {
    const { state } = view ?? {};
    if (view === null || state === undefined) return;
    applyEdit(view, toggleFormat(state.doc.toString(), language, kind, selectionOf(state)));
    view.focus();
  };
  const askForLink = (): void => {
    if (view === null || view.state.readOnly) return;
    const selection = selectionOf(view.state);
    const found = linkAround(view.state.doc.toString(), language, selection);
    setOpened({ dialog: 'link', found, isEmpty: selection.from === selection.to });
  };
  const editor = useBodyEditor({
    value: field.value ?? '',
    field: `${model} ${name}`,
    document: documentId === '' ? '' : `${documentId} ${locale}`,
    whenEmpty: attribute?.options?.empty === 'html' ? 'html' : 'markdown',
    settings,
    onEdit: (original) => {
      // As it was before, nothing has been changed.
      const isAsBefore = original === '' && (field.initialValue ?? '') === '';
      field.onChange(name, isAsBefore ? field.initialValue : original);
    },
    onPaste,
    onFormat: format,
    onLink: askForLink,
  });
  const { place, view, moment, language } = editor;
  React.useImperativeHandle(ref, () => ({ focus: () => view?.focus() }), [view]);

  const text = useSettled(
    () => (view === null ? (field.value ?? '') : originalText(view.state)),
    view === null ? null : moment,
    PAUSE.text
  );
  const formats = useSettled(
    () => {
      if (view === null) return [];
      const { doc, selection } = view.state;
      const { from, to } = selection.main;
      const start = doc.lineAt(Math.max(0, from - REACH)).from;
      const near = doc.sliceString(start, Math.min(doc.length, to + REACH));
      return formatsOf(near, language, { from: from - start, to: to - start });
    },
    `${moment} ${language}`,
    PAUSE.formats
  );

  const latest = React.useRef({ format, askForLink, view, togglePreview });
  latest.current = { format, askForLink, view, togglePreview };
  const commands = React.useMemo((): BodyCommands => {
    const withView = (work: (view: NonNullable<typeof latest.current.view>) => unknown) => () => {
      const { view: current } = latest.current;
      if (current !== null) work(current);
    };
    return {
      format: (kind) => latest.current.format(kind),
      link: () => latest.current.askForLink(),
      image: () => setOpened({ dialog: 'media' }),
      undo: withView(undo),
      redo: withView(redo),
      find: withView(openSearchPanel),
      preview: () => latest.current.togglePreview(),
      fullScreen: toggleFullScreen,
    };
  }, [toggleFullScreen]);
  const focus = (): void => view?.focus();

  return (
    <Field.Root id={id} name={name} error={error ?? false} hint={hint} required={required}>
      <Field.Label onClick={focus}>{label}</Field.Label>
      <BodyFrame
        ref={frame}
        data-newsroom-body={name}
        $isFullScreen={isFullScreen}
        $hasError={error !== undefined}
        $isDisabled={disabled}
        onKeyDown={onKeyDown}
        {...(isFullScreen ? { role: 'dialog', 'aria-modal': true, 'aria-label': spoken } : {})}
      >
        <BodyTools
          commands={commands}
          controls={`${id}-text`}
          formats={formats}
          isDisabled={disabled}
          hasMedia={library !== null}
          canUndo={view !== null && undoDepth(view.state) > 0}
          canRedo={view !== null && redoDepth(view.state) > 0}
          isPreviewed={isPreviewed}
          isFullScreen={isFullScreen}
        />
        <div className="newsroom-panes">
          <div ref={place} />
          {isPreviewed && (
            <BodyPreview source={text} language={language} server={serverAddress()} />
          )}
        </div>
        <BodyFooter source={text} language={language} onLanguage={editor.setLanguage} />
      </BodyFrame>
      <Field.Hint />
      <Field.Error />
      {view !== null && opened !== null && (
        <BodyDialogs
          opened={opened}
          view={view}
          language={language}
          library={library}
          onClose={() => setOpened(null)}
        />
      )}
    </Field.Root>
  );
});
BodyInput.displayName = 'BodyInput';

export default BodyInput;
