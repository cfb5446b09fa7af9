import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ArchiveKey, KeyAttribute } from '../../../../server/src/panel/mapping-contract';
import { useSay } from '../../hooks/words/useSay';
import { unfitReason } from '../../mapping/unfit-reason';
import { Code } from '../parts/Code';
import { Fold } from '../parts/Fold';

const List = styled.ul`
  display: grid;
  gap: 0.4rem;
`;

interface UnfitAttributesProps {
  readonly archiveKey: ArchiveKey;
  readonly attributes: readonly KeyAttribute[];
}

/** The attributes that a key cannot become, each with the reason. */
export const UnfitAttributes = ({ archiveKey, attributes }: UnfitAttributesProps) => {
  const say = useSay();
  const unfit = attributes.flatMap((attribute) => {
    const reason = attribute.isOffered ? unfitReason(archiveKey, attribute) : ('whole' as const);
    return reason === null ? [] : [{ reason, attribute }];
  });
  if (unfit.length === 0) return null;

  return (
    <Fold title={say('mapping.unfit', { count: unfit.length })}>
      <List>
        {unfit.map(({ reason, attribute }) => (
          <li key={attribute.name}>
            <Code>{attribute.name}</Code>{' '}
            <Typography textColor="neutral600">
              {say(`mapping.unfit-${reason}`, {
                most: attribute.maxLength ?? 0,
                longest: archiveKey.longest,
                values: attribute.values?.join(say('list.between')) ?? '',
              })}
            </Typography>
          </li>
        ))}
      </List>
    </Fold>
  );
};
