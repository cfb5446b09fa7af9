import { Flex, Typography } from '@strapi/design-system';
import type { useTypedReading } from '../../hooks/desk/useTypedReading';
import { useSay } from '../../hooks/words/useSay';
import type { MarkedPlace } from '../../viewer/marks';
import { Announcement } from '../parts/live/Announcement';
import { Note } from '../parts/Note';
import { Subheading } from '../parts/Subheading';
import { PostCard } from '../task/PostCard';
import { IssueList } from './IssueList';

const LOOKS = {
  ok: 'success',
  repaired: 'success',
  quarantined: 'danger',
  skipped: 'warning',
} as const;

interface ReadingPanelProps {
  readonly typed: ReturnType<typeof useTypedReading>;
  readonly onGoTo: (place: MarkedPlace) => void;
}

/** What would become of a text: whether it can be read, what is wrong with it, and the post. */
export const ReadingPanel = ({ typed, onGoTo }: ReadingPanelProps) => {
  const say = useSay();
  const { reading, isCurrent, error } = typed;
  const { status, issues, post } = reading;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const verdict = say(`desk.reading-${status}`, { count: errors });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Announcement>{error ?? (isCurrent ? verdict : '')}</Announcement>
      {error !== null ? (
        <Note kind="danger">{error}</Note>
      ) : (
        <Note kind={isCurrent ? LOOKS[status] : 'info'}>
          {isCurrent ? verdict : say('desk.reading')}
        </Note>
      )}
      {issues.length > 0 && (
        <>
          <Subheading>{say('issues.title')}</Subheading>
          <IssueList issues={issues} onGoTo={onGoTo} />
        </>
      )}
      {post !== null && (
        <>
          <Subheading>{say('desk.post')}</Subheading>
          <PostCard post={post} onOpen={null} />
        </>
      )}
      {post === null && status === 'skipped' && (
        <Typography textColor="neutral600">{say('desk.no-post')}</Typography>
      )}
    </Flex>
  );
};
