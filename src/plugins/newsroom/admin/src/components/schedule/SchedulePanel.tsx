import * as React from 'react';
import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import {
  unstable_useDocument as useDocument,
  unstable_useDocumentLayout as useDocumentLayout,
  useDocumentRBAC,
  useForm,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useSay } from '../../hooks/useSay';
import { useSchedule } from '../../hooks/useSchedule';
import { documentParams, type LocaleQuery, localeOf } from '../../requests/locale-query';
import { servedTypeOf } from '../../served-type';
import { ScheduleDialog } from './ScheduleDialog';
import { ScheduledTimes } from './ScheduledTimes';

const COLLECTION = { collectionType: 'collection-types' };

interface ScheduleFormProps {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
  /** Changes with the document. */
  readonly version: string;
}

const ScheduleForm = ({ uid, documentId, locale, version }: ScheduleFormProps) => {
  const say = useSay();
  const [{ query }] = useQueryParams<LocaleQuery>();
  // As the form itself asks, so that it is the form that is loaded anew.
  const params = React.useMemo(() => documentParams(query), [query]);
  const { refetch } = useDocument({ ...COLLECTION, model: uid, documentId, params });
  const { schedule, refused, save, forgetRefused } = useSchedule(
    { uid, documentId, locale },
    version,
    () => void refetch()
  );
  const isModified = useForm('SchedulePanel', ({ modified }) => modified);
  const canPublish = useDocumentRBAC('SchedulePanel', (state) => state.canPublish);
  const [isOpen, setOpen] = React.useState(false);
  if (schedule === null) return null;
  const isEmpty = schedule.publish === null && schedule.unpublish === null;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {isEmpty ? (
        <Typography variant="pi" textColor="neutral600">
          {say('schedule.nothing')}
        </Typography>
      ) : (
        <ScheduledTimes schedule={schedule} />
      )}
      {canPublish && (
        <Modal.Root
          open={isOpen}
          onOpenChange={(isShown) => {
            forgetRefused();
            setOpen(isShown);
          }}
        >
          <Modal.Trigger>
            <Button variant="secondary" startIcon={<Clock />} fullWidth>
              {say(isEmpty ? 'schedule.open' : 'schedule.change')}
            </Button>
          </Modal.Trigger>
          {isOpen && (
            <ScheduleDialog
              schedule={schedule}
              isModified={isModified}
              refused={refused}
              onSave={save}
              onClose={() => setOpen(false)}
            />
          )}
        </Modal.Root>
      )}
    </Flex>
  );
};

/** Beside the form of a document: when it is published and unpublished, and a way to set that. */
export const SchedulePanel: PanelComponent = ({
  model,
  documentId,
  document,
}: PanelComponentProps) => {
  const say = useSay();
  const [{ query }] = useQueryParams<LocaleQuery>();
  const { list } = useDocumentLayout(model);
  const isScheduled = servedTypeOf(list.options)?.isScheduled === true;
  if (!isScheduled || documentId === undefined || document === undefined) return null;
  const { updatedAt, status } = document as Readonly<Record<string, unknown>>;

  return {
    title: say('schedule.title'),
    content: (
      <ScheduleForm
        uid={model}
        documentId={documentId}
        locale={localeOf(query)}
        version={`${String(updatedAt)} ${String(status)}`}
      />
    ),
  };
};
