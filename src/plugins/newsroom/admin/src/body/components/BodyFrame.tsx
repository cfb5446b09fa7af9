import { styled } from 'styled-components';

/** What stands around the editor, its tools and its preview; over the whole page in full screen. */
export const BodyFrame = styled.div<{
  readonly $isFullScreen: boolean;
  readonly $hasError: boolean;
  readonly $isDisabled: boolean;
}>`
  display: flex;
  flex-direction: column;
  min-width: 0;
  border: 1px solid
    ${({ theme, $hasError }) => ($hasError ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isDisabled }) =>
    $isDisabled ? theme.colors.neutral150 : theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  ${({ theme, $isFullScreen }) =>
    $isFullScreen
      ? `position: fixed; inset: 0; z-index: ${theme.zIndices.overlay}; border-radius: 0;`
      : ''}

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  [role='toolbar'] button[aria-disabled='false']:not([aria-pressed='true']) svg path {
    fill: ${({ theme }) => theme.colors.neutral700};
  }

  .newsroom-panes {
    display: grid;
    flex: 1;
    min-height: 0;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
    ${({ $isFullScreen }) => ($isFullScreen ? 'grid-auto-rows: minmax(0, 1fr);' : '')}
  }

  .newsroom-panes > * {
    min-width: 0;
    min-height: 0;
    height: ${({ $isFullScreen }) => ($isFullScreen ? '100%' : 'min(60rem, 70vh)')};
  }

  iframe {
    width: 100%;
    border: 0;
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral0};
  }

  .cm-editor {
    height: 100%;
    font-size: 1.4rem;
  }
  .cm-editor.cm-focused {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  .cm-scroller {
    overflow: auto;
    line-height: 1.6;
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  }
  .cm-content {
    padding: 1.2rem;
    caret-color: ${({ theme }) => theme.colors.neutral800};
  }
  .cm-placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .cm-dropCursor {
    border-left-color: ${({ theme }) => theme.colors.neutral800};
  }

  .cm-panels {
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral800};
    border-block: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .cm-panel.cm-search {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
    padding: 0.8rem 4rem 0.8rem 0.8rem;
    font-family: inherit;
  }
  .cm-panel.cm-search br {
    display: none;
  }
  .cm-panel.cm-search :is(input, button, label) {
    margin: 0;
    font-size: 1.3rem;
    font-family: inherit;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  .cm-panel.cm-search :is(.cm-textfield, .cm-button) {
    min-height: 2.8rem;
    padding: 0.2rem 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral0};
  }
  .cm-panel.cm-search :is(.cm-textfield, .cm-button, input, [name='close']):focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
  .cm-panel.cm-search [name='close'] {
    position: absolute;
    top: 0.6rem;
    right: 0.6rem;
    width: 2.8rem;
    height: 2.8rem;
    font-size: 2rem;
    cursor: pointer;
  }
  .cm-searchMatch {
    background: ${({ theme }) => theme.colors.warning200};
  }
  .cm-searchMatch.cm-searchMatch-selected {
    outline: 2px solid ${({ theme }) => theme.colors.warning600};
  }

  .tok-heading,
  .tok-strong {
    font-weight: 700;
  }
  .tok-emphasis {
    font-style: italic;
  }
  .tok-mark {
    color: ${({ theme }) => theme.colors.primary700};
  }
  .tok-name {
    color: ${({ theme }) => theme.colors.alternative700};
  }
  .tok-value {
    color: ${({ theme }) => theme.colors.success700};
  }
  .tok-comment {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;
