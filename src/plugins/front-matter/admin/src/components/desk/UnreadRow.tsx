import { Button, Flex, Status, Typography } from '@strapi/design-system';
import type { UnreadFile } from '../../../../server/src/panel/desk-contract';
import { useSay } from '../../hooks/words/useSay';
import { CodeName } from '../issues/CodeName';
import { Code } from '../parts/Code';

const LOOKS = {
  waiting: 'warning',
  corrected: 'primary',
  imported: 'success',
  gone: 'neutral',
} as const;

interface UnreadRowProps {
  readonly file: UnreadFile;
  /** Opens it to be corrected; null where whoever looks may not. */
  readonly onOpen: (() => void) | null;
}

/** A file that could not be read: what keeps it out, and what has become of it. */
export const UnreadRow = ({ file, onOpen }: UnreadRowProps) => {
  const say = useSay();
  const { path, issues, state, isCorrectable } = file;
  const errors = issues.filter(({ severity }) => severity === 'error');

  return (
    <tr>
      <td style={{ minWidth: '18rem' }}>
        <Code>{path}</Code>
      </td>
      <td style={{ minWidth: '24rem' }}>
        <Flex direction="column" alignItems="flex-start" gap={2}>
          {errors.map(({ code, line, message }, index) => (
            <Typography key={index} style={{ overflowWrap: 'anywhere' }}>
              <CodeName code={code} />
              {line !== null && ` ${say('file.line', { line })}`}: {message}
            </Typography>
          ))}
        </Flex>
      </td>
      <td>
        <Status variant={LOOKS[state]} size="S" width="fit-content">
          <Typography
            tag="span"
            variant="pi"
            fontWeight="bold"
            textColor="neutral800"
            style={{ whiteSpace: 'nowrap' }}
          >
            {say(`desk.state-${state}`)}
          </Typography>
        </Status>
      </td>
      <td style={{ minWidth: '14rem' }}>
        {!isCorrectable && (
          <Typography textColor="neutral600">{say('desk.not-by-text')}</Typography>
        )}
        {isCorrectable && state !== 'gone' && onOpen !== null && (
          <Button
            variant="secondary"
            size="S"
            onClick={onOpen}
            aria-label={say('desk.correct-of', { path })}
          >
            {say('desk.correct')}
          </Button>
        )}
      </td>
    </tr>
  );
};
