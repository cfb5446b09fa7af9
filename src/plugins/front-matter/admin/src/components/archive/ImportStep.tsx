import * as React from 'react';
import { Box, Button, Flex, Link } from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';
import { useTask } from '../../hooks/useTask';
import { CONFLICTS } from '../conflicts/ConflictSection';
import { isWorking } from '../../tasks/task-state';
import { Section } from '../parts/Section';
import { TaskView } from '../task/TaskView';
import { Blocked, blockOf } from './Blocked';
import { ImportDialog } from './ImportDialog';
import type { StepProps } from './step-props';

/** Imports an archive, once it was said what that will do. */
export const ImportStep = (props: StepProps) => {
  const { archive, overview, step, onChanged } = props;
  const say = useSay();
  const [isAsked, setAsked] = React.useState(false);
  const { task, isLost } = useTask(archive.lastImport, onChanged);
  const block = blockOf(props, true);
  const [isStarted, setStarted] = React.useState(false);
  const shown = React.useRef<HTMLDivElement>(null);
  const isAtWork = task !== null && isWorking(task);
  // Below the button that started it, which may be at the page's end.
  React.useEffect(() => {
    if (isStarted && isAtWork) shown.current?.scrollIntoView({ block: 'center' });
  }, [isStarted, isAtWork]);

  return (
    <Section
      title={say('import.title')}
      hint={say(archive.preview === null ? 'import.hint' : 'import.undoable')}
    >
      {overview.may.import && !isAtWork && (
        <Flex gap={3} alignItems="center" wrap="wrap">
          <Button
            variant={step === 'import' ? 'default' : 'secondary'}
            disabled={block !== null}
            onClick={() => setAsked(true)}
          >
            {say(task === null ? 'import.start' : 'import.again')}
          </Button>
          <Blocked block={block} />
        </Flex>
      )}
      {task !== null && (
        <Box ref={shown}>
          <TaskView
            task={task}
            isLost={isLost}
            overview={overview}
            onChanged={onChanged}
            onStarted={onChanged}
            undoneBy={task.run === archive.lastImport?.run ? archive.lastUndoneBy : null}
          />
          {!isAtWork && (task.counts.conflicts ?? 0) > 0 && overview.may.mend && (
            <Link href={`#${CONFLICTS}`}>{say('import.conflicts')}</Link>
          )}
        </Box>
      )}
      {isAsked && (
        <ImportDialog
          archive={archive}
          hasPreview={step === 'import'}
          onStarted={() => {
            setAsked(false);
            setStarted(true);
            onChanged();
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
};
