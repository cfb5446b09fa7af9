import { styled } from 'styled-components';

/** How a text in CodeMirror looks, with what is marked in it. */
export const TextFrame = styled.div`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};

  .cm-editor {
    max-height: 45vh;
    font-size: 1.3rem;
  }
  .cm-editor.cm-focused {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  .cm-scroller {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    line-height: 1.6;
  }
  .cm-gutters {
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral600};
    border-inline-end: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .cm-content ::selection,
  .cm-selectionBackground {
    background: ${({ theme }) => theme.colors.primary200};
  }
  .file-marked-line {
    background: ${({ theme }) => theme.colors.warning100};
  }
  .file-marked-place {
    background: ${({ theme }) => theme.colors.warning200};
    outline: 2px solid ${({ theme }) => theme.colors.warning600};
  }
`;
