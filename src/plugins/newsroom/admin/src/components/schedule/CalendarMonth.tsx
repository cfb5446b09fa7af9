import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ScheduledDocument } from '../../../../server/src/panel/schedule-contract';
import { type Day, type Month, monthOf, nameOfDay, weeksOf } from '../../schedule/month';
import { CalendarDay } from './CalendarDay';

const Table = styled.table`
  width: 100%;
  table-layout: fixed;
  border-collapse: collapse;
  td {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    vertical-align: top;
  }
  th {
    padding: 0.6rem;
    text-align: start;
  }
`;

const byDay = (
  documents: readonly ScheduledDocument[]
): ReadonlyMap<string, readonly ScheduledDocument[]> => {
  const days = new Map<string, ScheduledDocument[]>();
  for (const document of documents) {
    const name = nameOfDay(new Date(document.at));
    days.set(name, [...(days.get(name) ?? []), document]);
  }
  return days;
};

interface CalendarMonthProps {
  readonly month: Month;
  readonly documents: readonly ScheduledDocument[];
  readonly label: string;
  /** The name of the day that is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (day: Day) => void;
}

/** A month with what is to be done on its days. */
export const CalendarMonth = ({
  month,
  documents,
  label,
  chosen,
  onChoose,
}: CalendarMonthProps) => {
  const { formatDate } = useIntl();
  const days = byDay(documents);
  const weeks = weeksOf(month);

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" overflow="hidden">
      <Table aria-label={label}>
        <thead>
          <tr>
            {weeks[0]?.map(({ name, start }) => (
              <th key={name} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {formatDate(start, { weekday: 'short' })}
                </Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.name}>
              {week.map((day) => (
                <CalendarDay
                  key={day.name}
                  day={day}
                  documents={days.get(day.name) ?? []}
                  isOfMonth={monthOf(day.start).month === month.month}
                  isChosen={chosen === day.name}
                  onChoose={() => onChoose(day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Box>
  );
};
