import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ArchiveKey, KeyAttribute } from '../../../../server/src/panel/mapping-contract';
import { useSay } from '../../hooks/words/useSay';
import { type Choice, choicesOf, partsOf, USUAL } from '../../mapping/choices';
import { unfitReason } from '../../mapping/unfit-reason';

interface AttributeSelectProps {
  readonly archiveKey: ArchiveKey;
  readonly choice: Choice;
  readonly attributes: readonly KeyAttribute[];
  /** The attribute that keeps what no other holds; null for none. */
  readonly rest: string | null;
  /** By attribute, the key that becomes it. */
  readonly takenBy: ReadonlyMap<string, string>;
  readonly isDisabled: boolean;
  readonly onChange: (choice: Choice) => void;
}

/** What a key becomes: an attribute that fits it, or what it is without a mapping. */
export const AttributeSelect = (props: AttributeSelectProps) => {
  const { archiveKey, choice, attributes, rest, takenBy, isDisabled, onChange } = props;
  const { key, meaning } = archiveKey;
  const say = useSay();
  const values = { attribute: meaning.attribute ?? '', rest: rest ?? '' };
  const usual =
    rest === null && (meaning.by === 'generator' || meaning.by === 'kept')
      ? say(`mapping.usual-${meaning.by}-lost`)
      : say(`mapping.usual-${meaning.by}`, values);
  const labelOf = (each: Choice, { name, type, isRequired, field }: KeyAttribute): string => {
    const { by } = partsOf(each);
    const other = takenBy.get(name);
    return [
      by === null
        ? say('mapping.attribute', { name, type })
        : say('mapping.relation', { name, by }),
      ...(isRequired ? [say('mapping.required')] : []),
      ...(field === null ? [] : [say('mapping.field')]),
      ...(other === undefined || other === key ? [] : [say('mapping.taken', { key: other })]),
    ].join(say('list.between'));
  };
  const offered = attributes.flatMap((attribute) =>
    choicesOf(attribute)
      .filter(
        (each) =>
          each === choice || (attribute.isOffered && unfitReason(archiveKey, attribute) === null)
      )
      .map((each) => ({ each, attribute }))
  );
  const isKnown = choice === USUAL || offered.some(({ each }) => each === choice);

  return (
    <SingleSelect
      aria-label={say('mapping.becomes-of', { key })}
      value={choice}
      disabled={isDisabled}
      onChange={(value) => onChange(String(value))}
    >
      <SingleSelectOption value={USUAL}>{usual}</SingleSelectOption>
      {offered.map(({ each, attribute }) => (
        <SingleSelectOption
          key={each}
          value={each}
          disabled={(takenBy.get(attribute.name) ?? key) !== key}
        >
          {labelOf(each, attribute)}
        </SingleSelectOption>
      ))}
      {!isKnown && (
        <SingleSelectOption value={choice}>
          {partsOf(choice).by === null
            ? choice
            : say('mapping.relation', {
                name: partsOf(choice).attribute ?? '',
                by: partsOf(choice).by ?? '',
              })}
        </SingleSelectOption>
      )}
    </SingleSelect>
  );
};
