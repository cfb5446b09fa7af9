import type { EditorView } from '@codemirror/view';
import { serverAddress } from 'strapi-plugin-kit/admin';
import { type BodyLanguage, languageAt } from '../../../../core/body-language';
import { type FoundLink, removeLink, setLink } from '../core/edits/links';
import { applyEdit, selectionOf } from '../editor/apply-edit';
import { LinkDialog } from './LinkDialog';
import { MediaPicker, type useMediaLibrary } from './MediaPicker';

/** What is open over the editor. */
export type Opened =
  | { readonly dialog: 'media' }
  | { readonly dialog: 'link'; readonly found: FoundLink | null; readonly isEmpty: boolean };

interface BodyDialogsProps {
  readonly opened: Opened;
  readonly view: EditorView;
  readonly language: BodyLanguage;
  /** Null where there is none. */
  readonly library: ReturnType<typeof useMediaLibrary>;
  readonly onClose: () => void;
}

/** What is open over the editor of a body: the media library, or the address of a link. */
export const BodyDialogs = ({ opened, view, language, library, onClose }: BodyDialogsProps) => {
  const focus = (): void => view.focus();
  const source = (): string => view.state.doc.toString();
  const languageHere = (): BodyLanguage =>
    languageAt(source(), language, selectionOf(view.state).from);
  if (opened.dialog === 'media') {
    return library === null ? null : (
      <MediaPicker
        library={library}
        language={languageHere()}
        server={serverAddress()}
        onDone={(image) =>
          view.dispatch(view.state.replaceSelection(image), { userEvent: 'input.image' })
        }
        onClose={onClose}
        onClosed={focus}
      />
    );
  }
  return (
    <LinkDialog
      address={opened.found?.leadsTo ?? null}
      needsLabel={opened.isEmpty && opened.found === null}
      onClose={onClose}
      onClosed={focus}
      onSet={(link) =>
        applyEdit(view, setLink(source(), languageHere(), selectionOf(view.state), link))
      }
      onRemove={() => {
        if (opened.found !== null)
          applyEdit(view, removeLink(opened.found, selectionOf(view.state)));
      }}
    />
  );
};
