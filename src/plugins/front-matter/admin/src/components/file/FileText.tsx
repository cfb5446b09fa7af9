import * as React from 'react';
import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ArchiveFile } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/useSay';
import { openViewer } from '../../viewer/open-viewer';
import { Note } from '../parts/Note';

const Frame = styled.div`
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

interface FileTextProps {
  readonly file: ArchiveFile;
  readonly line: number | null;
  readonly column: number | null;
}

/** The text of a file, to be read, with a place in it marked and in sight. */
const FileText = ({ file, line, column }: FileTextProps) => {
  const say = useSay();
  const frame = React.useRef<HTMLDivElement>(null);
  const [isFound, setFound] = React.useState(true);
  const label = say('file.text-of', { path: file.path });

  React.useEffect(() => {
    if (frame.current === null) return undefined;
    const viewer = openViewer({ parent: frame.current, text: file.text, line, column, label });
    setFound(viewer.isFound);
    return () => viewer.close();
  }, [file, line, column, label]);

  return (
    <Box>
      {!isFound && <Note kind="info">{say('file.beyond')}</Note>}
      <Frame ref={frame} />
    </Box>
  );
};

export default FileText;
