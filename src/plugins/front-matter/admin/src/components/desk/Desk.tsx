import * as React from 'react';
import type { Overview } from '../../../../server/src/panel/contract';
import { nextFile } from '../../desk/next-file';
import { useSay } from '../../hooks/words/useSay';
import { useUnread } from '../../hooks/desk/useUnread';
import { Confirm } from '../parts/Confirm';
import { LeaveGuard } from '../parts/LeaveGuard';
import { FileDesk } from './FileDesk';
import { UnreadList } from './UnreadList';

interface DeskProps {
  readonly archive: string;
  /** The file that is shown at first; null for the list. */
  readonly file: string | null;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
}

type Step = () => void;

/** Files that could not be read, or the one of them that is corrected. What is typed is not lost unasked. */
export const Desk = ({ archive, file, overview }: DeskProps) => {
  const say = useSay();
  const unread = useUnread(archive);
  const [path, setPath] = React.useState(file);
  const [isModified, setModified] = React.useState(false);
  /** What is to be done once it is confirmed that what was typed is thrown away. */
  const [asked, setAsked] = React.useState<Step | null>(null);
  const files = unread.files ?? [];

  const open = (next: string | null): void => {
    setModified(false);
    setPath(next);
    if (next === null) void unread.again();
  };
  const leave = (step: Step): void => {
    if (isModified) setAsked(() => step);
    else step();
  };
  const goOn = async (from: string): Promise<void> => {
    const found = nextFile(files, from);
    if (found !== null) open(found);
    else open(unread.next === null ? null : nextFile((await unread.more()) ?? [], from));
  };
  const hasNext = path !== null && (nextFile(files, path) !== null || unread.next !== null);

  return (
    <>
      {path === null ? (
        <UnreadList unread={unread} overview={overview} onOpen={open} />
      ) : (
        <FileDesk
          key={path}
          archive={archive}
          path={path}
          overview={overview}
          onModified={setModified}
          onBack={() => leave(() => open(null))}
          onNext={hasNext ? () => leave(() => void goOn(path)) : null}
        />
      )}
      {asked !== null && (
        <Confirm
          title={say('desk.leave-title')}
          confirm={say('desk.leave-confirm')}
          cancel={say('leave.stay')}
          isDangerous
          onConfirm={() => {
            setAsked(null);
            asked();
          }}
          onClose={() => setAsked(null)}
        >
          {say('desk.leave')}
        </Confirm>
      )}
      <LeaveGuard isOn={isModified} text={say('desk.leave')} />
    </>
  );
};
