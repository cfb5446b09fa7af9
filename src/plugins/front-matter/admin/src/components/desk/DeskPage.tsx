import { Link } from '@strapi/design-system';
import { NavLink, useParams, useSearchParams } from 'react-router-dom';
import type { ArchiveDetail } from '../../../../server/src/panel/contract';
import { NOTHING_KNOWN, useOverview } from '../../hooks/archives/useOverview';
import { usePolled } from '../../hooks/usePolled';
import { useSay } from '../../hooks/words/useSay';
import { archiveAddress, archivePage, DESK_FILE } from '../../requests/addresses';
import { PageFrame } from '../parts/PageFrame';
import { Protected } from '../parts/Protected';
import { Waiting } from '../parts/Waiting';
import { Desk } from './Desk';

const DeskContent = ({ archiveKey }: { readonly archiveKey: string }) => {
  const say = useSay();
  const overview = useOverview();
  const [search] = useSearchParams();
  const { data: archive, error } = usePolled<ArchiveDetail>(
    archiveAddress(archiveKey),
    () => false
  );
  if (archive === null) return <Waiting error={error} hasWayBack />;

  return (
    <PageFrame
      title={say('desk.title')}
      subtitle={archive.name}
      hasWayBack
      actions={
        <Link tag={NavLink} to={archivePage(archiveKey)} end>
          {say('task.archive')}
        </Link>
      }
    >
      <Desk
        archive={archiveKey}
        file={search.get(DESK_FILE)}
        overview={overview.data ?? NOTHING_KNOWN}
      />
    </PageFrame>
  );
};

/** The page of the files of an archive that could not be read. */
export const DeskPage = () => {
  const { key = '' } = useParams<{ key: string }>();
  return (
    <Protected>
      <DeskContent key={key} archiveKey={key} />
    </Protected>
  );
};
