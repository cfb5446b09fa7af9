import type { ArchiveDetail, Overview } from '../../../../server/src/panel/contract';
import type { Step } from '../../tasks/next-step';

/** What the steps of an archive have in common. */
export interface StepProps {
  readonly archive: ArchiveDetail;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
  /** What is to be done next. */
  readonly step: Step;
  /** Whether there are settings that are not saved, and so would not count. */
  readonly isModified: boolean;
  /** Called when something has begun or ended. */
  readonly onChanged: () => void;
}
