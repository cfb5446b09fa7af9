import { Flex, TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Issue } from '../../../../server/src/core/issue';
import { useSay } from '../../hooks/words/useSay';
import type { MarkedPlace } from '../../viewer/marks';
import { Code } from '../parts/Code';
import { SeverityWord } from '../parts/SeverityWord';
import { CodeName } from '../issues/CodeName';
import { Repair } from '../issues/Repair';

const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
`;

interface IssueListProps {
  readonly issues: readonly Issue[];
  /** Shows a place in the text; null where there is none. */
  readonly onGoTo: ((place: MarkedPlace) => void) | null;
}

const ORDER = ['error', 'warning', 'info'] as const;

/** What is said of a text, the most severe first. */
export const IssueList = ({ issues, onGoTo }: IssueListProps) => {
  const say = useSay();
  const sorted = ORDER.flatMap((severity) => issues.filter((each) => each.severity === severity));
  return (
    <List>
      {sorted.map(({ code, severity, line, column, message, before, after }, index) => {
        const place =
          line === null
            ? null
            : say(column === null ? 'file.line' : 'file.place', { line, column: column ?? 0 });
        return (
          <li key={index}>
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <Flex gap={2} wrap="wrap" alignItems="center">
                <SeverityWord severity={severity} />
                <CodeName code={code} />
                {place !== null && line !== null && onGoTo !== null && (
                  <TextButton onClick={() => onGoTo({ line, column })}>{place}</TextButton>
                )}
                {place !== null && onGoTo === null && <Code>{place}</Code>}
              </Flex>
              <Typography style={{ overflowWrap: 'anywhere' }}>{message}</Typography>
              {before !== undefined && after !== undefined && (
                <Repair before={before} after={after} />
              )}
            </Flex>
          </li>
        );
      })}
    </List>
  );
};
