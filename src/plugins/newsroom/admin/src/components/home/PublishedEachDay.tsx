import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { HomeDays } from '../../../../server/src/panel/home-contract';
import { boundsOf, localDays } from '../../days/local-days';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';
import { Answered } from './Answered';
import { DayBars } from './DayBars';
import { DayTable } from './DayTable';

/** As many as the server counts. */
const DAYS = 14;

/** How many documents were published on each of the last days, where the editor is: as bars, and as a table for who cannot see them. */
export const PublishedEachDay = () => {
  const say = useSay();
  const [days] = React.useState(() => localDays(new Date(), DAYS));
  const asked = useAnswer<HomeDays>(`/${PLUGIN_ID}/home/days?${boundsOf(days)}`);

  return (
    <Answered
      asked={asked}
      isEmpty={(counts) => counts.every((count) => count === 0)}
      none={say('home.days-none')}
    >
      {(counts) => (
        <Flex tag="figure" direction="column" alignItems="stretch" gap={2} height="100%">
          <DayBars days={days} counts={counts} />
          <DayTable days={days} counts={counts} />
          <Typography tag="figcaption" variant="pi" textColor="neutral600">
            {say('home.days-sum', {
              count: counts.reduce((sum, count) => sum + count, 0),
              today: counts.at(-1) ?? 0,
            })}
          </Typography>
        </Flex>
      )}
    </Answered>
  );
};
