import * as React from 'react';
import type { EditorView } from '@codemirror/view';
import { useNotification } from '@strapi/strapi/admin';
import { languageAt } from '../../../../core/body-language';
import { isInParagraph } from '../core/edits/html-blocks';
import { selectionOf } from '../editor/apply-edit';
import { isInCode } from '../editor/is-in-code';
import { languageOf } from '../editor/syntax';
import { pastedSource } from '../paste/pasted-source';
import { useBodyWords } from './useBodyWords';

/** Takes what is pasted from Word and web pages over in the language of the body; true where it did. */
export const usePaste = (): ((event: ClipboardEvent, view: EditorView) => boolean) => {
  const say = useBodyWords();
  const { toggleNotification } = useNotification();

  return React.useCallback(
    (event, view) => {
      const { state } = view;
      const { clipboardData } = event;
      if (state.readOnly || clipboardData === null) return false;
      const html = clipboardData.getData('text/html');
      const plain = clipboardData.getData('text/plain');
      const tellOfImages = (count: number): void => {
        if (count === 0) return;
        const message = say(
          'paste.images',
          '{count, plural, one {An image was} other {# images were}} left out: put {count, plural, one {it} other {them}} into the media library, and in here from there.',
          { count }
        );
        toggleNotification({ type: 'warning', message });
      };
      const isImageAlone = html === '' && plain === '' && clipboardData.files.length > 0;
      if (isImageAlone) tellOfImages(clipboardData.files.length);
      if (isImageAlone) return true;
      if (isInCode(state)) return false;
      const text = state.doc.toString();
      const selection = selectionOf(state);
      const pasted = pastedSource({
        html,
        plain,
        language: languageAt(text, languageOf(state), selection.from),
        isInParagraph: isInParagraph(text, selection),
      });
      if (pasted === null) return false;
      tellOfImages(pasted.lostImages);
      view.dispatch(state.replaceSelection(pasted.source), {
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
      return true;
    },
    [say, toggleNotification]
  );
};
