import { useBlocker } from 'react-router-dom';
import { useSay } from '../../hooks/words/useSay';
import { useUnloadWarning } from '../../hooks/useUnloadWarning';
import { Confirm } from './Confirm';

interface LeaveGuardProps {
  /** Whether something would be lost. */
  readonly isOn: boolean;
  /** What would be lost. */
  readonly text: string;
}

/** Asks before somebody leaves a page on which something would be lost. There may be one on a page. */
export const LeaveGuard = ({ isOn, text }: LeaveGuardProps) => {
  const say = useSay();
  useUnloadWarning(isOn);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isOn && currentLocation.pathname !== nextLocation.pathname
  );
  if (blocker.state !== 'blocked') return null;

  return (
    <Confirm
      title={say('leave.title')}
      confirm={say('leave.leave')}
      cancel={say('leave.stay')}
      isDangerous
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      {text}
    </Confirm>
  );
};
