import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';
import { useTask } from '../../hooks/useTask';
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

  return (
    <Section
      title={say('import.title')}
      hint={say(archive.preview === null ? 'import.hint' : 'import.undoable')}
    >
      {overview.may.import && !(task !== null && isWorking(task)) && (
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
        <TaskView
          task={task}
          isLost={isLost}
          overview={overview}
          onChanged={onChanged}
          onStarted={onChanged}
          undoneBy={task.run === archive.lastImport?.run ? archive.lastUndoneBy : null}
        />
      )}
      {isAsked && (
        <ImportDialog
          archive={archive}
          hasPreview={step === 'import'}
          onStarted={() => {
            setAsked(false);
            onChanged();
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
};
