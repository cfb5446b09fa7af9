import * as React from 'react';
import { Button, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import type { BulkDeed, TermRelation } from '../../../../server/src/panel/contract';
import { useBulk } from '../../hooks/useBulk';
import { useSay } from '../../hooks/useSay';
import type { FoundTerm } from '../../hooks/useTermSearch';
import { TermPicker } from '../terms/TermPicker';
import { BulkOutcomes } from './BulkOutcomes';
import { ChosenTerms } from './ChosenTerms';

/** Documents that were chosen in a list. */
export interface Chosen {
  readonly uid: string;
  readonly documentIds: readonly string[];
  /** Empty for the usual one. */
  readonly locale: string;
  readonly nameOf: (documentId: string) => string;
}

/** A relation to terms, as its field is called. */
interface NamedRelation extends TermRelation {
  readonly label: string;
  /** The attribute with the terms' names. */
  readonly name: string;
}

interface FileDocumentsProps {
  readonly chosen: Chosen;
  readonly relations: readonly NamedRelation[];
  readonly onClose: () => void;
  /** Called when the documents are others. */
  readonly onDone: () => void;
}

type Choice = Readonly<Record<string, readonly FoundTerm[]>>;

/** Adds terms to the documents that were chosen, or takes them away. */
export const FileDocuments = ({ chosen, relations, onClose, onDone }: FileDocumentsProps) => {
  const say = useSay();
  const { isRunning, outcomes, error, run } = useBulk(chosen.uid);
  const [kind, setKind] = React.useState<'add' | 'remove'>('add');
  const [choice, setChoice] = React.useState<Choice>({});
  const isDone = outcomes !== null;
  const termsOf = (attribute: string): readonly FoundTerm[] => choice[attribute] ?? [];
  const choose = (attribute: string, terms: readonly FoundTerm[]): void =>
    setChoice({ ...choice, [attribute]: terms });
  const deeds = relations
    .map(({ attribute }): BulkDeed => {
      const terms = termsOf(attribute).map(({ documentId }) => documentId);
      return { kind, attribute, terms };
    })
    .filter((deed) => deed.kind !== 'unpublish' && deed.terms.length > 0);

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{say('bulk.chosen', { count: chosen.documentIds.length })}</Typography>
          <Radio.Group
            aria-label={say('bulk.kind')}
            value={kind}
            onValueChange={(value) => setKind(value === 'remove' ? 'remove' : 'add')}
          >
            <Flex gap={4}>
              <Radio.Item value="add">{say('bulk.add')}</Radio.Item>
              <Radio.Item value="remove">{say('bulk.remove')}</Radio.Item>
            </Flex>
          </Radio.Group>
          {relations.map(({ uid, attribute, label, name }) => (
            <Flex key={attribute} direction="column" alignItems="stretch" gap={2}>
              <TermPicker
                uid={uid}
                name={name}
                label={label}
                except={termsOf(attribute).map(({ documentId }) => documentId)}
                disabled={isRunning || isDone}
                onPick={(term) => term !== null && choose(attribute, [...termsOf(attribute), term])}
              />
              <ChosenTerms
                terms={termsOf(attribute)}
                disabled={isRunning || isDone}
                onDrop={(term) =>
                  choose(
                    attribute,
                    termsOf(attribute).filter((one) => one !== term)
                  )
                }
              />
            </Flex>
          ))}
          <Typography variant="pi" textColor="neutral600">
            {say('bulk.drafts')}
          </Typography>
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
          <Button
            disabled={deeds.length === 0}
            loading={isRunning}
            onClick={() => void run(chosen.documentIds, chosen.locale, deeds)}
          >
            {say('bulk.apply')}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
};
