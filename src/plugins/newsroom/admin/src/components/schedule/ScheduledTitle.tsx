import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { DocumentSchedule } from '../../../../server/src/panel/schedule-contract';
import { ScheduledLine } from './ScheduledTimes';

const Title = styled(Typography)`
  max-width: 30rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

interface Row {
  readonly newsroom?: { readonly schedule?: DocumentSchedule };
}

interface ScheduledTitleProps {
  readonly title: unknown;
  readonly row: Row;
}

/** A document's title in a list, and under it what is to be done with it. */
export const ScheduledTitle = ({ title, row }: ScheduledTitleProps) => {
  const text = typeof title === 'string' && title !== '' ? title : '-';
  const { publish = null, unpublish = null } = row.newsroom?.schedule ?? {};
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Title textColor="neutral800" title={text}>
        {text}
      </Title>
      {publish !== null && <ScheduledLine deed="publish" time={publish} hasAuthor={false} />}
      {unpublish !== null && <ScheduledLine deed="unpublish" time={unpublish} hasAuthor={false} />}
    </Flex>
  );
};
