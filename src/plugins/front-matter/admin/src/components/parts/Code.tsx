import { styled } from 'styled-components';

/** A piece of a file, a path or a code, as it is. */
export const Code = styled.code`
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 1.3rem;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;
