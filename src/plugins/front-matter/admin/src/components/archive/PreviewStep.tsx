import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { useTask } from '../../hooks/useTask';
import { archiveAddress } from '../../requests/addresses';
import { isLater } from '../../tasks/next-step';
import { isWorking } from '../../tasks/task-state';
import { Fold } from '../parts/Fold';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { TaskView } from '../task/TaskView';
import { Blocked, blockOf } from './Blocked';
import type { StepProps } from './step-props';

/** Shows what an import would do, without doing it. */
export const PreviewStep = (props: StepProps) => {
  const { archive, overview, step, onChanged } = props;
  const say = useSay();
  const { isSending, error, send } = useSend();
  const { task, isLost } = useTask(archive.preview, onChanged);
  const block = blockOf(props, false);
  const start = async (): Promise<void> => {
    const answer = await send<Task>('post', `${archiveAddress(archive.key)}/preview`);
    if (answer !== null) onChanged();
  };

  const { lastImport } = archive;
  const isEarlier = task !== null && lastImport !== null && isLater(lastImport, task);
  const view = task !== null && (
    <TaskView
      task={task}
      isLost={isLost}
      overview={overview}
      onChanged={onChanged}
      onStarted={onChanged}
    />
  );

  return (
    <Section title={say('preview.title')} hint={say('preview.hint')}>
      {overview.may.import && !(task !== null && isWorking(task)) && (
        <Flex gap={3} alignItems="center" wrap="wrap">
          <Button
            variant={step === 'preview' ? 'default' : 'secondary'}
            disabled={block !== null}
            loading={isSending}
            onClick={() => void start()}
          >
            {say(task === null ? 'preview.start' : 'preview.again')}
          </Button>
          <Blocked block={block} />
        </Flex>
      )}
      {error !== null && (
        <Note kind="danger" role="alert">
          {error}
        </Note>
      )}
      {isEarlier ? <Fold title={say('preview.earlier')}>{view}</Fold> : view}
    </Section>
  );
};
