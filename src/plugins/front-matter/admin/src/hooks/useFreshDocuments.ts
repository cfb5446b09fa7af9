import * as React from 'react';
import { forgetDocuments } from '../documents/forget-documents';

/** Has the content manager read its documents anew once a task has ended, which may have changed them. */
export const useFreshDocuments = (hasEnded: boolean): void => {
  React.useEffect(() => {
    if (hasEnded) forgetDocuments();
  }, [hasEnded]);
};
