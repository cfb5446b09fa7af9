import { Link } from '@strapi/design-system';
import { NavLink, useParams } from 'react-router-dom';
import { useConflict } from '../../hooks/conflicts/useConflict';
import { NOTHING_KNOWN, useOverview } from '../../hooks/archives/useOverview';
import { useSay } from '../../hooks/words/useSay';
import { archivePage } from '../../requests/addresses';
import { postPage } from '../../requests/posts-list';
import { Note } from '../parts/Note';
import { PageFrame } from '../parts/PageFrame';
import { Protected } from '../parts/Protected';
import { Waiting } from '../parts/Waiting';
import { ConflictDetail } from './ConflictDetail';

interface ConflictContentProps {
  /** The archive's key. */
  readonly archive: string;
  readonly id: string;
}

const ConflictContent = ({ archive, id }: ConflictContentProps) => {
  const say = useSay();
  const { conflict, error, isGone, isLoading, again } = useConflict(archive, id);
  const { contentType } = useOverview().data ?? NOTHING_KNOWN;
  if (conflict === null) return <Waiting error={error} hasWayBack />;
  const { title, path, documentId, locale } = conflict;

  return (
    <PageFrame
      title={title ?? path}
      subtitle={path}
      hasWayBack
      actions={
        documentId !== null &&
        contentType !== '' && (
          <Link tag={NavLink} to={postPage(contentType, documentId, locale)}>
            {say('conflict.open-post')}
          </Link>
        )
      }
    >
      <Link tag={NavLink} to={archivePage(archive)} end>
        {say('conflict.to-archive')}
      </Link>
      {error !== null && (
        <Note kind="danger" role="alert">
          {error}
        </Note>
      )}
      <ConflictDetail
        archive={archive}
        conflict={conflict}
        isGone={isGone}
        isLoading={isLoading}
        onChanged={again}
      />
    </PageFrame>
  );
};

/** The page of one conflict. */
export const ConflictPage = () => {
  const { key = '', id = '' } = useParams<{ key: string; id: string }>();
  return (
    <Protected>
      <ConflictContent key={`${key}/${id}`} archive={key} id={id} />
    </Protected>
  );
};
