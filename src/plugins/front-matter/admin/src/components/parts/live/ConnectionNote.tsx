import { useSay } from '../../../hooks/words/useSay';
import { LiveBox } from './LiveBox';
import { Note } from '../Note';

interface ConnectionNoteProps {
  /** Whether the server could not be reached when it was asked last. */
  readonly isLost: boolean;
}

/** Says that what is shown may be old. It is there before there is something to say, so that this is read out. */
export const ConnectionNote = ({ isLost }: ConnectionNoteProps) => (
  <LiveBox role="status">{isLost && <LostNote />}</LiveBox>
);

const LostNote = () => {
  const say = useSay();
  return <Note kind="warning">{say('failed.lost')}</Note>;
};
