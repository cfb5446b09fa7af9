import * as React from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { TermUsage } from '../../../../server/src/panel/contract';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useMerge } from '../../hooks/useMerge';
import { useSay } from '../../hooks/useSay';
import type { FoundTerm } from '../../hooks/useTermSearch';
import { PLUGIN_ID } from '../../plugin-id';
import type { TermOptions } from '../../terms/panel-options';
import { TermPicker } from './TermPicker';
import { TermUse } from './TermUse';

interface RemoveTermProps {
  readonly uid: string;
  readonly documentId: string;
  /** What it is called. */
  readonly name: string;
  readonly terms: TermOptions;
  /** Deletes the term and leaves its documents without; null where it is only to be merged. */
  readonly onDelete: (() => unknown) | null;
  readonly onClose: () => void;
  /** Called when the term is not there any more. */
  readonly onGone: () => void;
}

/** Says who has a term, and deletes it once it is decided what becomes of these. */
export const RemoveTerm = ({
  uid,
  documentId,
  name,
  terms,
  onDelete,
  onClose,
  onGone,
}: RemoveTermProps) => {
  const say = useSay();
  const { data: usage, error } = useAnswer<TermUsage>(`/${PLUGIN_ID}/terms/${uid}/${documentId}`);
  const { merge, start, stop } = useMerge(uid, documentId);
  const [into, setInto] = React.useState<FoundTerm | null>(null);
  const isRunning = merge.state === 'running';
  const isDone = merge.state === 'done';

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {usage === null ? (
            <Typography role="status">{error ?? say('terms.loading')}</Typography>
          ) : (
            <TermUse name={name} usage={usage} terms={terms} />
          )}
          <TermPicker
            uid={uid}
            name={terms.name}
            label={say(onDelete === null ? 'terms.into' : 'terms.move-to')}
            except={[documentId]}
            disabled={isRunning || isDone}
            keepsChoice
            onPick={setInto}
          />
          <Typography variant="pi" textColor="neutral600">
            {say(into === null && onDelete !== null ? 'terms.without' : 'terms.merge-explained')}
          </Typography>
          {merge.state !== 'idle' && (
            <Typography
              role="status"
              textColor={merge.message === null ? 'neutral800' : 'danger600'}
            >
              {merge.message ??
                say(isDone ? 'terms.merged' : 'terms.moved', { count: merge.moved })}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        {isDone ? (
          <Button onClick={onGone}>{say('terms.close')}</Button>
        ) : (
          <>
            <Button variant="tertiary" onClick={isRunning ? stop : onClose}>
              {say(isRunning ? 'terms.stop' : 'terms.cancel')}
            </Button>
            {into === null && onDelete !== null ? (
              <Button variant="danger" disabled={usage === null} onClick={() => void onDelete()}>
                {say('terms.delete')}
              </Button>
            ) : (
              <Button
                disabled={into === null}
                loading={isRunning}
                onClick={() => into !== null && void start(into.documentId)}
              >
                {say('terms.merge')}
              </Button>
            )}
          </>
        )}
      </Modal.Footer>
    </>
  );
};
