import { Flex, TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ListedIssue } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { placeOf } from '../../issues/place-of';
import { Code } from '../parts/Code';
import { SeverityWord } from '../parts/SeverityWord';
import { Advice } from './Advice';
import { CodeName } from './CodeName';
import { Repair } from './Repair';

const PlaceButton = styled(TextButton)`
  text-align: start;
  span {
    font-size: 1.3rem;
    overflow-wrap: anywhere;
  }
`;

const Cell = styled.td<{ readonly $width: string }>`
  min-width: ${({ $width }) => $width};
`;

interface IssueRowProps {
  readonly issue: ListedIssue;
  readonly onOpen: (() => void) | null;
}

/** An issue: where, how much it matters, what, and of a repair what was made of what. */
export const IssueRow = ({ issue, onOpen }: IssueRowProps) => {
  const say = useSay();
  const { code, severity, message, before, after } = issue;
  const place = placeOf(issue);

  return (
    <tr>
      <Cell $width="20rem">
        {place !== '' && onOpen !== null ? (
          <PlaceButton onClick={onOpen} aria-label={say('issues.open', { place })}>
            {place}
          </PlaceButton>
        ) : (
          <Code>{place || say('issues.whole')}</Code>
        )}
      </Cell>
      <Cell $width="8rem">
        <SeverityWord severity={severity} />
      </Cell>
      <Cell $width="24rem">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <CodeName code={code} />
          <Typography style={{ overflowWrap: 'anywhere' }}>{message}</Typography>
          <Advice code={code} />
        </Flex>
      </Cell>
      <Cell $width="20rem">
        {before !== undefined && after !== undefined && <Repair before={before} after={after} />}
      </Cell>
    </tr>
  );
};
