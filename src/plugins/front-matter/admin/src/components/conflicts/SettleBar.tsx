import { Button, Flex, Typography } from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';

interface SettleBarProps {
  /** How many fields were chosen for, and of how many. */
  readonly chosen: number;
  readonly count: number;
  readonly isSending: boolean;
  /** Whether something else is at work, so that nothing can begin. */
  readonly isBlocked: boolean;
  readonly onSettle: () => void;
  /** Leads to the next conflict; null where there is none. */
  readonly onNext: (() => void) | null;
}

/** The buttons that have a conflict settled, or left for the next one. */
export const SettleBar = (props: SettleBarProps) => {
  const { chosen, count, isSending, isBlocked, onSettle, onNext } = props;
  const say = useSay();
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      {count > 0 && (
        <Button disabled={chosen === 0 || isBlocked} loading={isSending} onClick={onSettle}>
          {say('conflict.settle')}
        </Button>
      )}
      {onNext !== null && (
        <Button variant="secondary" onClick={onNext}>
          {say('conflict.next')}
        </Button>
      )}
      <Typography role="status" textColor="neutral600">
        {isBlocked
          ? say('blocked.running')
          : count > 0 && say('conflict.chosen', { chosen, count })}
      </Typography>
    </Flex>
  );
};
