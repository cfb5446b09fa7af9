import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ArchiveKey, ArchiveKeys } from '../../../../server/src/panel/mapping-contract';
import type { MappingForm } from '../../hooks/archives/useMapping';
import { useSay } from '../../hooks/words/useSay';
import { choiceOf, partsOf } from '../../mapping/choices';
import { unfitReason } from '../../mapping/unfit-reason';
import { Code } from '../parts/Code';
import { AttributeSelect } from './AttributeSelect';
import { KeyExamples } from './KeyExamples';
import { UnfitAttributes } from './UnfitAttributes';

const Cell = styled.td<{ readonly $width: string }>`
  min-width: ${({ $width }) => $width};
`;

const KINDS = ['text', 'number', 'boolean', 'date', 'list', 'map', 'empty'] as const;

interface KeyRowProps {
  readonly archiveKey: ArchiveKey;
  readonly keys: ArchiveKeys;
  readonly form: Pick<MappingForm, 'changes' | 'change'>;
  readonly takenBy: ReadonlyMap<string, string>;
  readonly isDisabled: boolean;
  readonly onOpen: (path: string) => void;
}

/** A key: what it holds, and what it becomes. */
export const KeyRow = (props: KeyRowProps) => {
  const { archiveKey, keys, form, takenBy, isDisabled, onOpen } = props;
  const { key, count, kinds, examples } = archiveKey;
  const { mapping, attributes, rest } = keys;
  const say = useSay();
  const { formatNumber } = useIntl();
  const isIn = (list: typeof mapping.own): boolean => list.some((each) => each.key === key);
  const inForce = choiceOf(mapping.keys.find((each) => each.key === key)?.to);
  const changed = form.changes.get(key);
  const choice = changed ?? inForce;
  const chosen = attributes.find(({ name }) => name === partsOf(choice).attribute);
  const reason = chosen === undefined ? null : unfitReason(archiveKey, chosen);
  const saidBy = mapping.isSaved ? 'mapping.by-page' : 'mapping.by-archive';

  return (
    <tr>
      <Cell as="th" scope="row" $width="12rem">
        <Code>{key}</Code>
      </Cell>
      <Cell $width="24rem">
        <Flex direction="column" alignItems="stretch" gap={2}>
          <AttributeSelect
            archiveKey={archiveKey}
            choice={choice}
            attributes={attributes}
            rest={rest}
            takenBy={takenBy}
            isDisabled={isDisabled}
            onChange={(value) => form.change(key, value)}
          />
          {changed !== undefined && (
            <Typography variant="pi" fontWeight="semiBold">
              {say('settings.unsaved')}
            </Typography>
          )}
          {changed === undefined && isIn(mapping.keys) && (
            <Typography variant="pi" textColor="neutral600">
              {say(saidBy)}
            </Typography>
          )}
          {reason !== null && (
            <Typography variant="pi" textColor="danger600">
              {say('mapping.does-not-fit')}
            </Typography>
          )}
          {!isDisabled && <UnfitAttributes archiveKey={archiveKey} attributes={attributes} />}
        </Flex>
      </Cell>
      <td>{formatNumber(count)}</td>
      <Cell $width="9rem">
        {KINDS.filter((kind) => (kinds[kind] ?? 0) > 0)
          .map((kind) => say(`mapping.kind-${kind}`, { count: kinds[kind] ?? 0 }))
          .join(say('list.between'))}
      </Cell>
      <Cell $width="18rem">
        <KeyExamples examples={examples} onOpen={onOpen} />
      </Cell>
    </tr>
  );
};
