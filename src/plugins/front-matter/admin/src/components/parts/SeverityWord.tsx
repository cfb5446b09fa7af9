import { Status, Typography } from '@strapi/design-system';
import type { ListedIssue } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';

const LOOKS = { error: 'danger', warning: 'warning', info: 'neutral' } as const;

/** How much an issue matters, as a word. */
export const SeverityWord = ({ severity }: Pick<ListedIssue, 'severity'>) => {
  const say = useSay();
  return (
    <Status variant={LOOKS[severity]} size="S" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold" textColor="neutral800">
        {say(`severity.${severity}`)}
      </Typography>
    </Status>
  );
};
