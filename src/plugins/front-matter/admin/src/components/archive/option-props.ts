import type { ArchiveDetail, TaskOptions } from '../../../../server/src/panel/contract';

/** What fields of options show and tell. */
export interface OptionFieldsProps {
  readonly options: TaskOptions;
  readonly choices: ArchiveDetail['choices'];
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<TaskOptions>) => void;
}
