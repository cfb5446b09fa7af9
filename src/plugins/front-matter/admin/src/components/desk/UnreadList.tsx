import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Overview } from '../../../../server/src/panel/contract';
import type { useUnread } from '../../hooks/desk/useUnread';
import { useSay } from '../../hooks/words/useSay';
import { DataTable } from '../parts/DataTable';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { UnreadRow } from './UnreadRow';

const COLUMNS = ['file', 'what', 'state', 'action'] as const;

interface UnreadListProps {
  readonly unread: ReturnType<typeof useUnread>;
  readonly overview: Pick<Overview, 'may'>;
  readonly onOpen: (path: string) => void;
}

/** Files that could not be read, with what is wrong and what has become of them. */
export const UnreadList = ({ unread, overview, onOpen }: UnreadListProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const { files, task, next, error, isLoading, more } = unread;
  const hint =
    task === null
      ? say('desk.hint')
      : say(`desk.hint-${task.kind}`, {
          when: formatDate(task.startedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        });

  return (
    <Section title={say('desk.list')} hint={hint}>
      {!overview.may.mend && <Note kind="info">{say('desk.may-not')}</Note>}
      {files !== null && files.length > 0 && (
        <DataTable
          label={say('desk.list')}
          columns={COLUMNS.map((column) => say(`desk.${column}`))}
        >
          {files.map((file) => (
            <UnreadRow
              key={file.path}
              file={file}
              onOpen={overview.may.mend ? () => onOpen(file.path) : null}
            />
          ))}
        </DataTable>
      )}
      {files === null && isLoading && <Typography role="status">{say('page.loading')}</Typography>}
      {files?.length === 0 && next === null && (
        <Typography textColor="neutral600">
          {say(task === null ? 'desk.unknown' : 'desk.none')}
        </Typography>
      )}
      {error !== null && (
        <Note
          kind="danger"
          role="alert"
          action={
            <Button variant="tertiary" onClick={() => void more()}>
              {say('failed.again')}
            </Button>
          }
        >
          {error}
        </Note>
      )}
      {next !== null && error === null && (
        <Flex justifyContent="center">
          <Button variant="secondary" loading={isLoading} onClick={() => void more()}>
            {say('page.more')}
          </Button>
        </Flex>
      )}
    </Section>
  );
};
