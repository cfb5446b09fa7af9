import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useAnswer } from 'strapi-plugin-kit/admin';
import type { Overview } from '../../../../server/src/panel/contract';
import type { DeskFile } from '../../../../server/src/panel/desk-contract';
import { useSay } from '../../hooks/words/useSay';
import { deskFileAddress } from '../../requests/addresses';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { CorrectFile } from './CorrectFile';
import { IssueList } from './IssueList';

interface FileDeskProps {
  readonly archive: string;
  readonly path: string;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
  readonly onModified: (isModified: boolean) => void;
  readonly onBack: () => void;
  /** Goes to the next file that waits; null where there is none. */
  readonly onNext: (() => void) | null;
}

/** A file that could not be read, to be corrected; or why that cannot be done here. */
export const FileDesk = (props: FileDeskProps) => {
  const { archive, path, onBack, onNext } = props;
  const say = useSay();
  const { data: file, error } = useAnswer<DeskFile>(deskFileAddress(archive, path));
  const frame = React.useRef<HTMLDivElement>(null);
  // What was clicked is gone with the list.
  React.useEffect(() => frame.current?.focus(), []);
  const isOffered = file !== null && file.isCorrectable && !file.isTooLong;

  return (
    <div ref={frame} tabIndex={-1} style={{ outline: 'none' }}>
      <Section
        title={path}
        hint={say('desk.file-hint')}
        action={
          <Flex gap={2} wrap="wrap">
            <Button variant="tertiary" onClick={onBack}>
              {say('desk.back')}
            </Button>
            {onNext !== null && (
              <Button variant="tertiary" onClick={onNext}>
                {say('desk.next')}
              </Button>
            )}
          </Flex>
        }
      >
        {error !== null && (
          <Note kind="danger" role="alert">
            {error}
          </Note>
        )}
        {file === null && error === null && (
          <Typography role="status">{say('page.loading')}</Typography>
        )}
        {isOffered && <CorrectFile {...props} file={file} />}
        {file !== null && !isOffered && (
          <>
            <Note kind="warning">
              {say(file.isTooLong ? 'desk.too-long' : 'desk.not-by-text-long')}
            </Note>
            <IssueList issues={file.reading.issues} onGoTo={null} />
          </>
        )}
      </Section>
    </div>
  );
};
