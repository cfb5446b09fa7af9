import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useBulk } from '../../hooks/useBulk';
import { useSay } from '../../hooks/useSay';
import { BulkOutcomes } from './BulkOutcomes';
import type { Chosen } from './FileDocuments';

interface UnpublishDocumentsProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  /** Called when the documents are others. */
  readonly onDone: () => void;
}

/** Unpublishes the documents that were chosen, once that is confirmed. */
export const UnpublishDocuments = ({ chosen, onClose, onDone }: UnpublishDocumentsProps) => {
  const say = useSay();
  const { isRunning, outcomes, error, run } = useBulk(chosen.uid);
  const isDone = outcomes !== null;
  const unpublish = () => run(chosen.documentIds, chosen.locale, [{ kind: 'unpublish' }]);

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{say('bulk.unpublish', { count: chosen.documentIds.length })}</Typography>
          {outcomes !== null && <BulkOutcomes outcomes={outcomes} nameOf={chosen.nameOf} />}
          {error !== null && (
            <Typography role="alert" textColor="danger600">
              {error}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={isDone ? onDone : onClose}>
          {say(isDone ? 'terms.close' : 'terms.cancel')}
        </Button>
        {!isDone && (
          <Button variant="danger" loading={isRunning} onClick={() => void unpublish()}>
            {say('bulk.unpublish-apply')}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
};
