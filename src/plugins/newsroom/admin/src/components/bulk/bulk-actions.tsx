import { Flex } from '@strapi/design-system';
import type {
  BulkActionComponent,
  BulkActionComponentProps,
} from '@strapi/content-manager/strapi-admin';
import {
  unstable_useDocumentLayout as useDocumentLayout,
  useDocumentRBAC,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useSay } from '../../hooks/useSay';
import { localeOf, type LocaleQuery } from '../../requests/locale-query';
import { panelOptionsOf } from '../../terms/panel-options';
import { ChosenTermsUse } from '../terms/ChosenTermsUse';
import { type Chosen, FileDocuments } from './FileDocuments';
import { UnpublishDocuments } from './UnpublishDocuments';

/** The documents that are chosen, in the language of the list. */
const useChosen = ({ model, documents }: BulkActionComponentProps): Chosen => {
  const [{ query }] = useQueryParams<LocaleQuery>();
  const { list } = useDocumentLayout(model);
  const names = new Map(
    documents.map((document) => [
      document.documentId,
      String(document[list.settings.mainField ?? 'documentId'] ?? document.documentId),
    ])
  );
  return {
    uid: model,
    documentIds: [...names.keys()],
    locale: localeOf(query),
    nameOf: (documentId) => names.get(documentId) ?? documentId,
  };
};

/** Loads the list anew: what it shows was changed by nothing that Strapi knows of. */
const reload = (): void => window.location.reload();

/** Adds terms to the documents that are chosen, or takes them away. */
export const FileAction: BulkActionComponent = (props: BulkActionComponentProps) => {
  const say = useSay();
  const chosen = useChosen(props);
  const { edit, list } = useDocumentLayout(props.model);
  const canUpdate = useDocumentRBAC('FileAction', (state) => state.canUpdate);
  const { filedUnder = [] } = panelOptionsOf(list.options);
  if (filedUnder.length === 0 || !canUpdate) return null;
  const fields = new Map(edit.layout.flat(2).map(({ name, label }) => [name, label]));
  const named = filedUnder.map((relation) => ({
    ...relation,
    label: String(fields.get(relation.attribute) ?? relation.attribute),
  }));
  return {
    variant: 'tertiary',
    label: say('bulk.file'),
    dialog: {
      type: 'modal',
      title: say('bulk.file'),
      content: ({ onClose }: { readonly onClose: () => void }) => (
        <FileDocuments chosen={chosen} relations={named} onClose={onClose} onDone={reload} />
      ),
    },
  };
};

/** Has each document that is to be unpublished say what became of it. */
export const tellEach = (Stock: BulkActionComponent): BulkActionComponent => {
  const UnpublishAction: BulkActionComponent = (props: BulkActionComponentProps) => {
    const chosen = useChosen(props);
    const { list } = useDocumentLayout(props.model);
    const stock = Stock(props);
    if (!stock || panelOptionsOf(list.options).filedUnder === undefined) return stock;
    return {
      ...stock,
      dialog: {
        type: 'modal',
        title: stock.label,
        content: ({ onClose }: { readonly onClose: () => void }) => (
          <UnpublishDocuments chosen={chosen} onClose={onClose} onDone={reload} />
        ),
      },
    };
  };
  return Object.assign(UnpublishAction, { type: Stock.type });
};

/** Has the action that deletes what is chosen say, of terms, who has them. */
export const tellUses = (Stock: BulkActionComponent): BulkActionComponent => {
  const DeleteAction: BulkActionComponent = (props: BulkActionComponentProps) => {
    const { list } = useDocumentLayout(props.model);
    const stock = Stock(props);
    if (stock?.dialog?.type !== 'dialog') return stock;
    if (panelOptionsOf(list.options).terms === undefined) return stock;
    const documentIds = props.documents.map(({ documentId }) => documentId);
    return {
      ...stock,
      dialog: {
        ...stock.dialog,
        content: (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {stock.dialog.content}
            <ChosenTermsUse uid={props.model} documentIds={documentIds} />
          </Flex>
        ),
      },
    };
  };
  return Object.assign(DeleteAction, { type: Stock.type });
};
