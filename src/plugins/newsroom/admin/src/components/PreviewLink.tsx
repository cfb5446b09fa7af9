import * as React from 'react';
import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Link as LinkIcon } from '@strapi/icons';
import {
  unstable_useDocumentLayout as useDocumentLayout,
  useForm,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { type LinkedVersion, usePreviewLink } from '../hooks/usePreviewLink';
import { useSay } from '../hooks/useSay';
import { type LocaleQuery, localeOf } from '../requests/locale-query';
import { panelOptionsOf } from '../terms/panel-options';

/** Shows a link that could not be copied, selected, to be copied by hand. */
const LinkField = ({ url }: { readonly url: string }) => {
  const say = useSay();
  const field = React.useRef<HTMLInputElement>(null);
  React.useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [url]);
  return (
    <Field.Root hint={say('preview.copy-by-hand')} width="100%">
      <Field.Label>{say('preview.link')}</Field.Label>
      <TextInput ref={field} value={url} readOnly />
      <Field.Hint />
    </Field.Root>
  );
};

const LinkMaker = (version: LinkedVersion) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const isModified = useForm('PreviewLink', (state) => state.modified);
  const { link, error, isAsking, make } = usePreviewLink(version);
  const until = link && formatDate(link.endsAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Button
        variant="tertiary"
        startIcon={<LinkIcon />}
        loading={isAsking}
        onClick={() => void make()}
      >
        {say('preview.copy')}
      </Button>
      {isModified && <Typography variant="pi">{say('preview.unsaved')}</Typography>}
      <div role="status">
        {link?.isCopied === true && (
          <Typography variant="pi">{say('preview.copied', { until: until ?? '' })}</Typography>
        )}
        {link?.isCopied === false && (
          <Typography variant="pi">{say('preview.not-copied', { until: until ?? '' })}</Typography>
        )}
        {error !== null && (
          <Typography variant="pi" textColor="danger600">
            {error}
          </Typography>
        )}
      </div>
      {link?.isCopied === false && <LinkField url={link.url} />}
    </Flex>
  );
};

/** Makes links that show a document to somebody without an account, for some days. */
export const PreviewLink: PanelComponent = ({
  model,
  documentId,
  document,
  activeTab,
}: PanelComponentProps) => {
  const say = useSay();
  const [{ query }] = useQueryParams<LocaleQuery>();
  const { list } = useDocumentLayout(model);
  const isThere = documentId !== undefined && document?.id !== undefined;
  if (!isThere || panelOptionsOf(list.options).hasLinks !== true) return null;
  const locale = localeOf(query);
  const status = activeTab === 'published' ? 'published' : 'draft';
  return {
    title: say('preview.title'),
    content: (
      <LinkMaker
        key={[documentId, locale, status].join(' ')}
        {...{ model, documentId, locale, status }}
      />
    ),
  };
};
