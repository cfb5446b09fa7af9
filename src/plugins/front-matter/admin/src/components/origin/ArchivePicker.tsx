import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useArchives } from '../../hooks/archives/useArchives';
import { useSay } from '../../hooks/words/useSay';

interface ArchivePickerProps {
  readonly name: string;
  readonly 'aria-label': string;
}

/** Picks one of the archives that were imported. */
export const ArchivePicker = ({ name, 'aria-label': label }: ArchivePickerProps) => {
  const say = useSay();
  const { slug = '' } = useParams<{ slug: string }>();
  const archives = useArchives(slug) ?? [];
  const field = useField<string | undefined>(name);
  const chosen = field.value ?? '';
  const offered = chosen === '' || archives.includes(chosen) ? archives : [chosen, ...archives];

  return (
    <SingleSelect
      aria-label={label}
      placeholder={say('origin.filter-pick')}
      value={chosen}
      onChange={(value: string | number) => field.onChange(name, String(value))}
    >
      {offered.map((archive) => (
        <SingleSelectOption key={archive} value={archive}>
          {archive}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
