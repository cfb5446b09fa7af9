import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useSay } from '../../hooks/useSay';
import type { FoundTerm } from '../../hooks/useTermSearch';

interface ChosenTermsProps {
  readonly terms: readonly FoundTerm[];
  readonly disabled: boolean;
  readonly onDrop: (term: FoundTerm) => void;
}

/** The terms that were chosen, each to be dropped again. */
export const ChosenTerms = ({ terms, disabled, onDrop }: ChosenTermsProps) => {
  const say = useSay();
  if (terms.length === 0) return null;

  return (
    <Flex gap={2} wrap="wrap">
      {terms.map((term) => (
        <Tag
          key={term.documentId}
          icon={<Cross aria-hidden />}
          label={say('bulk.drop', { name: term.name })}
          disabled={disabled}
          onClick={() => onDrop(term)}
        >
          {term.name}
        </Tag>
      ))}
    </Flex>
  );
};
