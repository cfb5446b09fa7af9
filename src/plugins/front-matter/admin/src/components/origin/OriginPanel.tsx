import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { useOrigin } from '../../hooks/useOrigin';
import { useSay } from '../../hooks/words/useSay';
import { hasOrigins } from '../../served-type';
import { OriginDetails } from './OriginDetails';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Beside the form of a document: where it came from. What no import made has no such panel. */
export const OriginPanel: PanelComponent = ({ model, document, meta }: PanelComponentProps) => {
  const say = useSay();
  const { list } = useDocumentLayout(model);
  const documentId = textOf(document?.['documentId']);
  const isAsked = documentId !== null && hasOrigins(list.options);
  const published = meta?.availableStatus[0]?.updatedAt ?? '';
  const origin = useOrigin(
    isAsked ? { uid: model, documentId, locale: textOf(document?.['locale']) } : null,
    `${String(document?.['updatedAt'])} ${String(document?.['status'])} ${published}`
  );
  if (origin === null) return null;

  return { title: say('origin.title'), content: <OriginDetails origin={origin} /> };
};
