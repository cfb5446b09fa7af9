import * as React from 'react';
import { IconButton } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import {
  type InputProps,
  unstable_useContentManagerContext,
  useField,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { useErrorOf } from '../hooks/useErrorOf';
import { useFollowedTitle } from '../hooks/useFollowedTitle';
import { useSuggestion } from '../hooks/useSuggestion';
import type { PanelOptions } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';
import { refuseSlug } from '../refused-slugs';
import { SlugField } from './SlugField';
import { SlugStatus } from './SlugStatus';

interface TitledSlugFieldProps {
  readonly contentType: string;
  readonly served: PanelOptions;
  readonly input: InputProps;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/**
 * A slug beside its title: appears as one types the title, says whether it is free, and stops
 * following once it is edited by hand or the document has been published.
 */
export const TitledSlugField = React.forwardRef<HTMLInputElement, TitledSlugFieldProps>(
  ({ contentType, served, input }, ref) => {
    const { formatMessage } = useIntl();
    const { id } = unstable_useContentManagerContext();
    // A page that clones bears the id of its source, which its slug is not for.
    const isCloning = useParams()['origin'] !== undefined;
    const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
    const slug = useField<string | null>(input.name);
    const error = useErrorOf(slug);
    const title = useField<unknown>(served.title);
    const fallback = useField<unknown>(served.fallback ?? served.title);
    const [edited, setEdited] = React.useState(false);

    const document = {
      documentId: id === undefined || id === 'create' || isCloning ? null : id,
      locale: query.plugins?.i18n?.locale ?? null,
      title: textOf(title.value),
      fallback: served.fallback === undefined ? null : textOf(fallback.value),
    };
    const made = useSuggestion(contentType, { ...document, slug: '' });
    const checked = useSuggestion(contentType, { ...document, slug: slug.value ?? '' });

    const meanwhile = useFollowedTitle({ name: input.name, title, slug, made, edited });
    const shown = meanwhile === null && checked?.asked.slug !== '' ? checked : null;
    const isRefused = shown !== null && !shown.free;
    const { documentId } = document;
    // A slug that nobody has touched is saved as it is.
    const isHeld = isRefused && slug.value !== slug.initialValue;
    React.useEffect(
      () => (isHeld ? refuseSlug(contentType, documentId) : undefined),
      [isHeld, contentType, documentId]
    );
    const take = (taken: string) => slug.onChange(input.name, taken);

    return (
      <SlugField
        ref={ref}
        {...input}
        text={meanwhile ?? slug.value ?? ''}
        error={error}
        isRefused={isRefused}
        onEdit={(text) => {
          take(text);
          setEdited(text !== '');
        }}
        endAction={
          !input.disabled && (
            <IconButton
              label={formatMessage({
                id: `${PLUGIN_ID}.slug.make`,
                defaultMessage: 'Make it again from the title',
              })}
              variant="ghost"
              disabled={made === null || made.slug === ''}
              onClick={() => {
                setEdited(false);
                if (made !== null) take(made.slug);
              }}
            >
              <ArrowClockwise />
            </IconButton>
          )
        }
        status={shown === null ? null : <SlugStatus suggestion={shown} onTake={take} />}
      />
    );
  }
);
TitledSlugField.displayName = 'TitledSlugField';
