import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  DocumentSchedule,
  ScheduledDeed,
  ScheduledTime,
} from '../../../../server/src/panel/schedule-contract';
import { useSay } from '../../hooks/useSay';
import { DEEDS } from '../../schedule/deeds';

interface ScheduledLineProps {
  readonly deed: ScheduledDeed;
  readonly time: ScheduledTime;
  readonly hasAuthor?: boolean;
}

/** Says when something is done with a document, or why it was not. */
export const ScheduledLine = ({ deed, time, hasAuthor = true }: ScheduledLineProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const at = formatDate(time.at, { dateStyle: 'medium', timeStyle: 'short' });
  const by = hasAuthor ? time.by : '';

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography variant="pi" textColor={time.failed === null ? 'neutral800' : 'danger600'}>
        {say(time.failed === null ? `schedule.to-${deed}` : `schedule.not-${deed}`, { at })}
      </Typography>
      {time.failed !== null && time.failed !== '' && (
        <Typography variant="pi" textColor="danger600">
          {time.failed}
        </Typography>
      )}
      {by !== '' && (
        <Typography variant="pi" textColor="neutral600">
          {say('schedule.by', { name: by })}
        </Typography>
      )}
    </Flex>
  );
};

/** All that is to be done with a document. */
export const ScheduledTimes = ({ schedule }: { readonly schedule: DocumentSchedule }) => (
  <Flex direction="column" alignItems="stretch" gap={2} role="status">
    {DEEDS.map((deed) => {
      const time = schedule[deed];
      return time === null ? null : <ScheduledLine key={deed} deed={deed} time={time} />;
    })}
  </Flex>
);
