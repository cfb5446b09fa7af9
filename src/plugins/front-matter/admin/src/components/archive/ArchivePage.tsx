import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import type { ArchiveDetail, ListedArchive } from '../../../../server/src/panel/contract';
import { NOTHING_KNOWN, useOverview } from '../../hooks/archives/useOverview';
import { type Polled, usePolled } from '../../hooks/usePolled';
import { useMapping } from '../../hooks/archives/useMapping';
import { useSay } from '../../hooks/words/useSay';
import { useSettings } from '../../hooks/archives/useSettings';
import { useUpload } from '../../hooks/archives/useUpload';
import { archiveAddress } from '../../requests/addresses';
import { nextStep } from '../../tasks/next-step';
import { ConflictSection } from '../conflicts/ConflictSection';
import { ConnectionNote } from '../parts/live/ConnectionNote';
import { LeaveGuard } from '../parts/LeaveGuard';
import { PageFrame } from '../parts/PageFrame';
import { Protected } from '../parts/Protected';
import { Waiting } from '../parts/Waiting';
import { FoundStep } from './FoundStep';
import { ImportStep } from './ImportStep';
import { MappingStep } from './MappingStep';
import { NewerVersion } from './NewerVersion';
import { PreviewStep } from './PreviewStep';
import { RemoveArchive } from './RemoveArchive';
import { SettingsStep } from './SettingsStep';
import { UnreadNote } from './UnreadNote';

interface ArchiveStepsProps {
  readonly polled: Polled<ArchiveDetail>;
  readonly archive: ArchiveDetail;
}

const ArchiveSteps = ({ polled, archive }: ArchiveStepsProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const asked = useOverview();
  const overview = asked.data ?? NOTHING_KNOWN;
  const { key, name, options, origin, place, addedBy, addedAt, state } = archive;
  const form = useSettings(key, { name, options }, polled.take);
  const upload = useUpload();
  const ask = (): void => {
    polled.ask();
    asked.ask();
  };
  // The answer to an upload says already that the files are being unpacked: nothing can be begun on
  // what was found in those before.
  const takeNewer = (added: ListedArchive): void => {
    polled.take({ ...archive, ...added });
    ask();
  };
  const mapping = useMapping(archive, ask);
  const isUploading = upload.file !== null;
  const step = nextStep(archive);
  const isModified = form.isModified || mapping.isModified;
  const shared = { archive, overview, step, isModified, onChanged: ask };

  return (
    <PageFrame
      title={name}
      subtitle={say(`archive.from-${origin}`, {
        place,
        who: addedBy,
        when: formatDate(addedAt, { dateStyle: 'medium', timeStyle: 'short' }),
      })}
      hasWayBack
      actions={overview.may.import && <RemoveArchive archive={archive} isBusy={step === 'wait'} />}
    >
      <ConnectionNote isLost={polled.isLost || asked.isLost} />
      <FoundStep
        archive={archive}
        action={
          origin === 'upload' &&
          overview.may.import && (
            <NewerVersion
              archive={key}
              upload={upload}
              most={overview.maxUpload}
              isBusy={step === 'wait'}
              onAdded={takeNewer}
            />
          )
        }
      />
      {state === 'ready' && (
        <>
          <SettingsStep archive={archive} form={form} mayChange={overview.may.import} />
          <PreviewStep {...shared} />
          <UnreadNote archive={archive} />
          <MappingStep {...shared} form={mapping} isModified={form.isModified} />
          <ImportStep {...shared} />
          {overview.may.mend && (
            <ConflictSection
              archive={key}
              version={`${archive.task?.key} ${archive.task?.state}`}
              isBlocked={overview.running !== null || step === 'wait'}
            />
          )}
        </>
      )}
      <LeaveGuard
        isOn={isUploading || isModified}
        text={say(isUploading ? 'upload.leave' : 'leave.unsaved')}
      />
    </PageFrame>
  );
};

const ArchiveContent = ({ archiveKey }: { readonly archiveKey: string }) => {
  const polled = usePolled<ArchiveDetail>(
    archiveAddress(archiveKey),
    ({ state }) => state === 'unpacking'
  );
  if (polled.data === null) return <Waiting error={polled.error} hasWayBack />;
  return <ArchiveSteps polled={polled} archive={polled.data} />;
};

/** The page of an archive: from what was found in it to what has become of its posts. */
export const ArchivePage = () => {
  const { key = '' } = useParams<{ key: string }>();
  return (
    <Protected>
      <ArchiveContent key={key} archiveKey={key} />
    </Protected>
  );
};
