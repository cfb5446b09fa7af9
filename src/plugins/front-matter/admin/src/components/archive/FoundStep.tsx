import type * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ArchiveDetail } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import { Advice } from '../issues/Advice';
import { CodeName } from '../issues/CodeName';
import { Facts } from '../parts/Facts';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { ProgressBar } from '../progress/ProgressBar';

interface FoundStepProps {
  readonly archive: ArchiveDetail;
  readonly action: React.ReactNode;
}

/** What was found in an archive, or why nothing was and what to do then. */
export const FoundStep = ({ archive, action }: FoundStepProps) => {
  const say = useSay();
  const { formatNumber } = useIntl();
  const { state, files, message, opened, problem } = archive;

  return (
    <Section title={say('found.title')} action={action}>
      {state === 'unpacking' && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <ProgressBar label={say('archives.unpacking')} percent={null} />
          <Typography role="status">
            {say('archives.unpacking')} {files !== null && say('found.unpacked', { count: files })}
          </Typography>
        </Flex>
      )}
      {state === 'refused' && (
        <Note kind="danger">
          <Typography fontWeight="semiBold">{say('found.refused')}</Typography>
          {message !== null && (
            <Typography style={{ overflowWrap: 'anywhere' }}>{message}</Typography>
          )}
          <Typography>{say('found.refused-next')}</Typography>
        </Note>
      )}
      {state === 'ready' && message !== null && (
        <Note kind="danger">
          <Typography fontWeight="semiBold">{say('found.newer-refused')}</Typography>
          <Typography style={{ overflowWrap: 'anywhere' }}>{message}</Typography>
        </Note>
      )}
      {problem !== null && (
        <Note kind="warning">
          <Typography fontWeight="semiBold">{say('found.problem')}</Typography>
          <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {problem}
          </Typography>
          <Typography>{say('found.problem-next')}</Typography>
        </Note>
      )}
      {opened !== null && state === 'ready' && (
        <Facts
          label={say('found.title')}
          facts={[
            { name: say('found.posts'), value: formatNumber(opened.found) },
            { name: say('found.dialect'), value: opened.dialect },
            { name: say('found.timezone'), value: opened.timezone },
          ]}
        />
      )}
      {(opened?.issues ?? []).map(({ code, message: remark }) => (
        <Note key={remark} kind="warning">
          <CodeName code={code} />
          <Typography style={{ overflowWrap: 'anywhere' }}>{remark}</Typography>
          <Advice code={code} />
        </Note>
      ))}
    </Section>
  );
};
