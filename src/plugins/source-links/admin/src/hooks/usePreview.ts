import * as React from 'react';
import { useIntl } from 'react-intl';
import { useFetchClient } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../pluginId';

/** A document's source as a form holds it. */
export interface FormSource {
  readonly code: string | null | undefined;
  readonly url: string | null | undefined;
}

/** What the last check found at a link; `checkedAt` is ISO 8601. */
export interface Found {
  readonly outcome: string;
  readonly status: number | null;
  readonly checkedAt: string;
}

/** What saving would keep and what is known of its link, or why it would be refused. */
export type Preview =
  | {
      readonly code: string | null;
      readonly url: string | null;
      readonly link: string | null;
      readonly found: Found | null;
    }
  | { readonly problem: string };

/** Which document a form is about; nobody's until it has been saved. */
export interface Target {
  readonly contentType: string;
  readonly documentId: string | null | undefined;
  readonly locale: string | null | undefined;
}

/** Asks after nobody has typed for so long, in milliseconds. */
const PAUSE = 300;

/** What saving the form as it stands would keep; null as long as the server has not said. */
export function usePreview(target: Target, asked: FormSource, stored: FormSource): Preview | null {
  const { post } = useFetchClient();
  const { locale: language } = useIntl();
  const [preview, setPreview] = React.useState<Preview | null>(null);
  const question = JSON.stringify({ ...target, ...asked, stored, language });

  React.useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      try {
        const { data } = await post<{ data: Preview }>(
          `/${PLUGIN_ID}/preview`,
          JSON.parse(question)
        );
        if (isCurrent) setPreview(data.data);
      } catch {
        // The form works without a preview; saving says what is wrong.
        if (isCurrent) setPreview(null);
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [post, question]);

  return preview;
}
