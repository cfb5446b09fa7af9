import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useDownload } from '../../hooks/useDownload';
import { useSay } from '../../hooks/words/useSay';
import { type ReportFormat, reportAddress, reportName } from '../../requests/report-name';

const FORMATS: readonly ReportFormat[] = ['json', 'csv'];

/** The buttons that save a task's whole report. */
export const ReportButtons = ({ task }: { readonly task: Task }) => {
  const say = useSay();
  const { isLoading, error, download } = useDownload();

  return (
    <Flex direction="column" alignItems="flex-end" gap={1}>
      <Flex gap={2} wrap="wrap">
        {FORMATS.map((format) => (
          <Button
            key={format}
            variant="tertiary"
            size="S"
            startIcon={<Download aria-hidden />}
            disabled={isLoading}
            onClick={() => void download(reportAddress(task.key, format), reportName(task, format))}
          >
            {say('report.save', { format: format.toUpperCase() })}
          </Button>
        ))}
      </Flex>
      {error !== null && (
        <Typography role="alert" textColor="danger600">
          {error}
        </Typography>
      )}
    </Flex>
  );
};
