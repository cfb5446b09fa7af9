import { Typography } from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';
import type { StepProps } from './step-props';

/** Why a task cannot begin now; null where it can. */
export type Block = 'unsaved' | 'problem' | 'busy' | 'running';

/** Why a task of an archive cannot begin now. `busy`: with the archive itself; `running`: with another one. */
export const blockOf = (
  { archive, overview, step, isModified }: StepProps,
  writes: boolean
): Block | null => {
  if (step === 'wait') return 'busy';
  if (archive.opened === null) return 'problem';
  if (isModified) return 'unsaved';
  return writes && overview.running !== null ? 'running' : null;
};

/** Says why a task cannot begin now. */
export const Blocked = ({ block }: { readonly block: Block | null }) => {
  const say = useSay();
  return (
    <Typography role="status" textColor="neutral600">
      {block !== null && block !== 'busy' && say(`blocked.${block}`)}
    </Typography>
  );
};
