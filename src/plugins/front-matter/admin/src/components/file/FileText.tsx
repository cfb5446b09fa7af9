import * as React from 'react';
import { Box } from '@strapi/design-system';
import type { ArchiveFile } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import { openViewer } from '../../viewer/open-viewer';
import { Note } from '../parts/Note';
import { TextFrame } from './TextFrame';

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
      <TextFrame ref={frame} />
    </Box>
  );
};

export default FileText;
