import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Overview } from '../../../../server/src/panel/contract';
import type { DeskFile } from '../../../../server/src/panel/desk-contract';
import { useCorrection } from '../../hooks/desk/useCorrection';
import { useSay } from '../../hooks/words/useSay';
import { useTypedReading } from '../../hooks/desk/useTypedReading';
import { Note } from '../parts/Note';
import { CorrectionButtons } from './CorrectionButtons';
import type { TextHandle } from './EditedText';
import { ImportedFile } from './ImportedFile';
import { ReadingPanel } from './ReadingPanel';

const EditedText = React.lazy(() => import('./EditedText'));

interface CorrectFileProps {
  readonly archive: string;
  readonly file: DeskFile;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
  readonly onModified: (isModified: boolean) => void;
}

/** The text of a file that could not be read beside what is wrong with it, read again as one types. */
export const CorrectFile = ({ archive, file, overview, onModified }: CorrectFileProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const id = React.useId();
  const handle = React.useRef<TextHandle>(null);
  const correcting = useCorrection(archive, file);
  const { correction, task } = correcting;
  const [first, setFirst] = React.useState(file.correction?.text ?? file.text);
  const [text, setText] = React.useState(first);
  const typed = useTypedReading(archive, file.path, text, { text: first, reading: file.reading });
  const isModified = text !== (correction?.text ?? file.text);

  React.useEffect(() => onModified(isModified), [isModified, onModified]);
  const withdraw = async (): Promise<boolean> => {
    const isWithdrawn = await correcting.withdraw();
    // What was typed since stays.
    if (isWithdrawn && !isModified) {
      setFirst(file.text);
      setText(file.text);
    }
    return isWithdrawn;
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {file.encoding === null && <Note kind="warning">{say('desk.lost-characters')}</Note>}
      {correction !== null && (
        <Note kind="info">
          {say('desk.corrected-by', {
            who: correction.madeBy,
            when: formatDate(correction.madeAt, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </Note>
      )}
      <Flex gap={6} alignItems="flex-start" wrap="wrap">
        <Box flex="3 1 44rem" minWidth={0} maxWidth="100%">
          <React.Suspense fallback={<Typography role="status">{say('page.loading')}</Typography>}>
            <EditedText
              path={file.path}
              text={first}
              issues={typed.reading.issues}
              describedBy={id}
              onChange={setText}
              handle={handle}
            />
          </React.Suspense>
        </Box>
        <Box flex="2 1 30rem" minWidth={0} maxWidth="100%" id={id}>
          <ReadingPanel typed={typed} onGoTo={(place) => handle.current?.goTo(place)} />
        </Box>
      </Flex>
      <CorrectionButtons
        overview={overview}
        correcting={{ ...correcting, withdraw }}
        text={text}
        isModified={isModified}
        isReadable={typed.isCurrent && typed.reading.post !== null}
        isBusy={correcting.isSending}
      />
      {task !== null && <ImportedFile task={task} overview={overview} />}
    </Flex>
  );
};
