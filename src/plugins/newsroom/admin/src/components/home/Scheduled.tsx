import * as React from 'react';
import { Box, Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ScheduleList } from '../../../../server/src/panel/schedule-contract';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';
import { ScheduledDocuments } from '../schedule/ScheduledDocuments';
import { Answered } from './Answered';

/** Documents of each list that there is room for. */
const MOST = 6;

/** What was not done when it was due, and what comes next. */
export const Scheduled = () => {
  const say = useSay();
  const asked = `/${PLUGIN_ID}/schedules?limit=${MOST}`;
  const failed = useAnswer<ScheduleList>(`${asked}&failed=true`);
  const coming = useAnswer<ScheduleList>(asked);
  const all = {
    ...coming,
    error: coming.error ?? failed.error,
    isForbidden: coming.isForbidden || failed.isForbidden,
    data:
      coming.data === null || failed.data === null
        ? null
        : [...failed.data.documents, ...coming.data.documents],
  };

  return (
    <Answered asked={all} isEmpty={({ length }) => length === 0} none={say('schedule.nothing')}>
      {(documents) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ScheduledDocuments documents={documents} label={say('schedule.title')} />
          <Box>
            <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/schedule`}>
              {say('schedule.calendar')}
            </Link>
          </Box>
        </Flex>
      )}
    </Answered>
  );
};
