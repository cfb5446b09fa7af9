import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ScheduledDocument } from '../../../../server/src/panel/schedule-contract';
import { useSay } from '../../hooks/useSay';
import { type Day, nameOfDay } from '../../schedule/month';

/** Documents that there is room for. */
const MOST = 3;

const Cell = styled.button`
  display: flex;
  align-items: flex-start;
  width: 100%;
  min-height: 8rem;
  padding: 0.4rem;
  border: 0;
  background: transparent;
  text-align: start;
  cursor: pointer;
  &[aria-pressed='true'] {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Line = styled(Typography)`
  display: block;
  max-width: 100%;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

interface CalendarDayProps {
  readonly day: Day;
  readonly documents: readonly ScheduledDocument[];
  readonly isOfMonth: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A day of the calendar: the first few of what is to be done, and how much more there is. */
export const CalendarDay = ({
  day,
  documents,
  isOfMonth,
  isChosen,
  onChoose,
}: CalendarDayProps) => {
  const say = useSay();
  const { formatDate, formatTime } = useIntl();
  const isToday = day.name === nameOfDay(new Date());
  const more = documents.length - MOST;

  return (
    <Box tag="td" background={isOfMonth ? 'neutral0' : 'neutral100'} padding={0}>
      <Cell
        type="button"
        aria-pressed={isChosen}
        aria-current={isToday ? 'date' : undefined}
        onClick={onChoose}
      >
        <Flex direction="column" alignItems="stretch" gap={1} width="100%">
          <VisuallyHidden>
            {say('schedule.day', {
              day: formatDate(day.start, { dateStyle: 'full' }),
              count: documents.length,
            })}
          </VisuallyHidden>
          <Typography
            aria-hidden
            variant="pi"
            fontWeight={isToday ? 'bold' : 'regular'}
            textColor={isToday ? 'primary600' : 'neutral800'}
          >
            {formatDate(day.start, { day: 'numeric' })}
          </Typography>
          {documents.slice(0, MOST).map((document) => (
            <Line
              key={`${document.uid} ${document.documentId} ${document.locale} ${document.deed}`}
              variant="pi"
              textColor="neutral800"
            >
              {formatTime(document.at, { timeStyle: 'short' })}{' '}
              {document.deed === 'unpublish' && `${say('schedule.unpublish')}: `}
              {document.title || say('home.untitled')}
            </Line>
          ))}
          {more > 0 && (
            <Typography variant="pi" textColor="neutral600">
              +{more}
            </Typography>
          )}
        </Flex>
      </Cell>
    </Box>
  );
};
