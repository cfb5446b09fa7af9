import { ArrowsCounterClockwise } from '@strapi/icons';
import type {
  DocumentActionComponent,
  DocumentActionProps,
} from '@strapi/content-manager/strapi-admin';
import {
  unstable_useDocumentLayout as useDocumentLayout,
  useDocumentRBAC,
} from '@strapi/strapi/admin';
import { useHref } from 'react-router-dom';
import { useSay } from '../../hooks/useSay';
import { listAddress } from '../../terms/addresses';
import { panelOptionsOf } from '../../terms/panel-options';
import { RemoveTerm } from './RemoveTerm';

const POSITION = ['header', 'table-row'] as const;

/** Loads the list of a type anew: what it shows was changed by nothing that Strapi knows of. */
const useListAnew = (uid: string): (() => void) => {
  const address = useHref(listAddress(uid));
  return () => window.location.assign(address);
};

/** Has the action that deletes a document say, of a term, who has it, and offer another term for these. */
export const tellUse = (Stock: DocumentActionComponent): DocumentActionComponent => {
  const DeleteTermAction: DocumentActionComponent = (props: DocumentActionProps) => {
    const { model, documentId, document } = props;
    const say = useSay();
    const { list } = useDocumentLayout(model);
    const stock = Stock(props);
    const showList = useListAnew(model);
    const { terms } = panelOptionsOf(list.options);
    if (!stock || terms === undefined || documentId === undefined) return stock;
    if (stock.dialog?.type !== 'dialog') return stock;
    const { onConfirm } = stock.dialog;
    const name = String(document?.[terms.name] ?? '');
    return {
      ...stock,
      dialog: {
        type: 'modal',
        title: say('terms.delete-title', { name }),
        content: ({ onClose }: { readonly onClose: () => void }) => (
          <RemoveTerm
            uid={model}
            documentId={documentId}
            name={name}
            terms={terms}
            onDelete={async () => {
              await onConfirm?.();
              onClose();
            }}
            onClose={onClose}
            onGone={showList}
          />
        ),
      },
    };
  };
  return Object.assign(DeleteTermAction, { type: Stock.type, position: Stock.position });
};

/** Merges a term into another. */
export const MergeTermAction: DocumentActionComponent = Object.assign(
  ({ model, documentId, document }: DocumentActionProps) => {
    const say = useSay();
    const { list } = useDocumentLayout(model);
    const showList = useListAnew(model);
    const canDelete = useDocumentRBAC('MergeTermAction', (state) => state.canDelete);
    const { terms } = panelOptionsOf(list.options);
    if (terms === undefined || documentId === undefined) return null;
    const name = String(document?.[terms.name] ?? '');
    return {
      label: say('terms.merge-action'),
      icon: <ArrowsCounterClockwise />,
      disabled: !canDelete,
      position: [...POSITION],
      dialog: {
        type: 'modal' as const,
        title: say('terms.merge-title', { name }),
        content: ({ onClose }: { readonly onClose: () => void }) => (
          <RemoveTerm
            uid={model}
            documentId={documentId}
            name={name}
            terms={terms}
            onDelete={null}
            onClose={onClose}
            onGone={showList}
          />
        ),
      },
    };
  },
  { position: [...POSITION] }
);
