import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import type { ScheduleList } from '../../../../server/src/panel/schedule-contract';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';
import { ownZone } from '../../schedule/local-time';
import {
  type Day,
  monthAfter,
  monthNamed,
  monthOf,
  nameOfDay,
  nameOfMonth,
  weeksOf,
} from '../../schedule/month';
import { CalendarMonth } from './CalendarMonth';
import { ScheduledDocuments } from './ScheduledDocuments';

const address = (from: Date, to: Date): string =>
  `/${PLUGIN_ID}/schedules?from=${from.toISOString()}&to=${to.toISOString()}`;

/** What is chosen stands in the page's address, so that it can be sent to somebody. */
const useChosen = () => {
  const [params, setParams] = useSearchParams();
  const month = monthNamed(params.get('month') ?? '') ?? monthOf(new Date());
  const day = params.get('day');
  return {
    month,
    weeks: weeksOf(month),
    day,
    showMonth: (count: number) => setParams({ month: nameOfMonth(monthAfter(month, count)) }),
    showToday: () => {
      const today = new Date();
      setParams({ month: nameOfMonth(monthOf(today)), day: nameOfDay(today) });
    },
    choose: ({ name }: Day) =>
      setParams({ month: nameOfMonth(month), ...(name === day ? {} : { day: name }) }),
  };
};

/** A month of what is to be published and unpublished, and what was not when it was due. */
export const Calendar = () => {
  const say = useSay();
  const { formatDate } = useIntl();
  const { month, weeks, day: dayName, showMonth, showToday, choose } = useChosen();
  const days = weeks.flat();
  const first = days.at(0)?.start ?? new Date();
  const last = days.at(-1)?.end ?? new Date();
  const day = days.find(({ name }) => name === dayName) ?? null;
  const all = useAnswer<ScheduleList>(address(first, last));
  const ofDay = useAnswer<ScheduleList>(address(day?.start ?? first, day?.end ?? last));
  const failed = useAnswer<ScheduleList>(`/${PLUGIN_ID}/schedules?failed=true&limit=100`);
  const name = formatDate(new Date(month.year, month.month - 1, 1), {
    year: 'numeric',
    month: 'long',
  });
  const shown = ofDay.data?.documents ?? [];
  const heading = day === null ? name : formatDate(day.start, { dateStyle: 'full' });

  return (
    <Page.Main>
      <Page.Title>{say('schedule.page')}</Page.Title>
      <Layouts.Header
        title={say('schedule.page')}
        subtitle={say('schedule.zone', { zone: ownZone() })}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {failed.data !== null && failed.data.documents.length > 0 && (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
              <Typography tag="h2" variant="beta">
                {say('schedule.failed')}
              </Typography>
              <Box paddingTop={4}>
                <ScheduledDocuments
                  documents={failed.data.documents}
                  label={say('schedule.failed')}
                />
              </Box>
            </Box>
          )}
          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Typography tag="h2" variant="beta" aria-live="polite">
              {name}
            </Typography>
            <Flex gap={2}>
              <Button variant="tertiary" startIcon={<ChevronLeft />} onClick={() => showMonth(-1)}>
                {say('schedule.previous')}
              </Button>
              <Button variant="tertiary" onClick={showToday}>
                {say('schedule.today')}
              </Button>
              <Button variant="tertiary" endIcon={<ChevronRight />} onClick={() => showMonth(1)}>
                {say('schedule.next')}
              </Button>
            </Flex>
          </Flex>
          {all.error !== null && <Typography role="alert">{all.error}</Typography>}
          {all.data?.isCut === true && <Typography role="status">{say('schedule.cut')}</Typography>}
          <CalendarMonth
            month={month}
            documents={all.data?.documents ?? []}
            label={name}
            chosen={dayName}
            onChoose={choose}
          />
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
            <Typography tag="h2" variant="beta">
              {heading}
            </Typography>
            <Box paddingTop={4} role="status">
              {ofDay.data === null && (
                <Typography>{ofDay.error ?? say('terms.loading')}</Typography>
              )}
              {ofDay.data !== null && shown.length === 0 && (
                <Typography>{say('schedule.none-then')}</Typography>
              )}
            </Box>
            {shown.length > 0 && <ScheduledDocuments documents={shown} label={heading} />}
          </Box>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
