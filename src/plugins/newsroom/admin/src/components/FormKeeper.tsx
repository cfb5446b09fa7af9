import * as React from 'react';
import { Flex } from '@strapi/design-system';
import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { useAuth, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useKeptForm } from '../hooks/useKeptForm';
import { useTypedText } from '../hooks/useTypedText';
import { PLUGIN_ID } from '../plugin-id';
import { nameOf } from '../requests/document-requests';
import { type LocaleQuery, localeOf } from '../requests/locale-query';
import type { Reading } from '../requests/readings';
import { type Refusal, refusals, saved } from '../requests/saves';
import { keepTyped } from '../typed/typed-texts';
import { ConflictPanel } from './conflicts/ConflictPanel';
import { TypedTextOffer } from './TypedTextOffer';

/** Keeps the form of a document, offers what was typed before, and shows what others have changed meanwhile. */
export const FormKeeper: PanelComponent = ({ model, documentId, meta }: PanelComponentProps) => {
  const { formatMessage } = useIntl();
  const [{ query }] = useQueryParams<LocaleQuery>();
  const user = useAuth('Newsroom', (auth) => String(auth.user?.id ?? ''));
  const [refusal, setRefusal] = React.useState<Refusal | null>(null);
  const document = nameOf(model, documentId);
  const locale = localeOf(query);
  const { newsroom } = (meta ?? {}) as { readonly newsroom?: Reading };
  useKeptForm({
    document,
    locale,
    reading: newsroom,
    onLeft: (madeAs, values) => {
      const place = { user, document: nameOf(model, madeAs), locale };
      void keepTyped(place, { values, reading: null, at: Date.now() });
    },
  });
  const offer = useTypedText({ user, document, locale });
  React.useEffect(() => {
    setRefusal(null);
    const stops = [
      refusals.on(document, (one) => setRefusal(one.conflicts.length > 0 ? one : null)),
      saved.on(document, () => setRefusal(null)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [document]);
  if (refusal === null && offer === null) return null;

  return {
    title:
      refusal === null
        ? formatMessage({ id: `${PLUGIN_ID}.typed.title`, defaultMessage: 'Not saved' })
        : formatMessage({ id: `${PLUGIN_ID}.conflicts.title`, defaultMessage: 'Two versions' }),
    content: (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {offer && <TypedTextOffer offer={offer} />}
        {refusal && <ConflictPanel refusal={refusal} onDone={() => setRefusal(null)} />}
      </Flex>
    ),
  };
};
