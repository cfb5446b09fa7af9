import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import type { Overview } from '../../../../server/src/panel/contract';
import { useOverview } from '../../hooks/archives/useOverview';
import { useSay } from '../../hooks/words/useSay';
import { useUpload } from '../../hooks/archives/useUpload';
import { archivePage } from '../../requests/addresses';
import { ConnectionNote } from '../parts/live/ConnectionNote';
import { LeaveGuard } from '../parts/LeaveGuard';
import { PageFrame } from '../parts/PageFrame';
import { Protected } from '../parts/Protected';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { RunTable } from '../runs/RunTable';
import { DropZone } from '../upload/DropZone';
import { ArchiveTable } from './ArchiveTable';
import { PickFolder } from './PickFolder';
import { RunningNote } from './RunningNote';

/** What archives are added by. */
const AddArchive = ({ overview }: { readonly overview: Overview }) => {
  const say = useSay();
  const navigate = useNavigate();
  const upload = useUpload();
  const { added } = upload;
  React.useEffect(() => {
    if (added !== null) navigate(archivePage(added.key));
  }, [added, navigate]);

  return (
    <Section title={say('add.title')} hint={say('add.hint')}>
      <DropZone upload={upload} most={overview.maxUpload} archive={null}>
        {overview.hasFolders && <PickFolder />}
      </DropZone>
      <LeaveGuard isOn={upload.file !== null} text={say('upload.leave')} />
    </Section>
  );
};

const ArchivesContent = () => {
  const say = useSay();
  const { data: overview, error, isLost } = useOverview();
  if (overview === null) return <Waiting error={error} />;
  const { archives, running, may } = overview;

  return (
    <PageFrame title={say('archives.title')} subtitle={say('archives.purpose')}>
      <ConnectionNote isLost={isLost} />
      {running !== null && <RunningNote running={running} />}
      {may.import && <AddArchive overview={overview} />}
      <Section title={say('archives.list')}>
        <ArchiveTable archives={archives} mayImport={may.import} />
      </Section>
      <Section title={say('runs.title')} hint={say('runs.hint')}>
        <RunTable running={running} mayRollBack={may.rollback} />
      </Section>
    </PageFrame>
  );
};

/** The page that archives are added on, and the history of what was done with them. */
export const ArchivesPage = () => (
  <Protected>
    <ArchivesContent />
  </Protected>
);
