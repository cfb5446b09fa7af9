import * as React from 'react';
import { type InputProps, useField } from '@strapi/strapi/admin';
import type { Preview } from '../../../server/src/panel/contract';
import { usePreview } from '../hooks/usePreview';
import { TextField } from 'strapi-plugin-kit/admin';
import { LinkPreview } from './LinkPreview';
import { Twins } from './Twins';

interface LinkedCodeFieldProps {
  readonly contentType: string;
  /** The attribute that holds the URL in the same form. */
  readonly url: string;
  readonly input: InputProps;
}

const isUrl = (text: string): boolean => /^\s*https?:\/\//i.test(text);

const NOTHING = { code: null, url: null };

/** A code beside its URL: shows the link that saving would make, and takes a URL that is pasted into it. */
export const LinkedCodeField = React.forwardRef<HTMLInputElement, LinkedCodeFieldProps>(
  ({ contentType, url, input }, ref) => {
    const codeField = useField<string | null>(input.name);
    const urlField = useField<string | null>(url);
    const code = codeField.value ?? '';
    const isPasted = isUrl(code);
    const asked = isPasted ? { code: null, url: code } : { code, url: urlField.value };
    const stored = isPasted
      ? NOTHING
      : { code: codeField.initialValue, url: urlField.initialValue };
    const documentId = useField<string | null>('documentId').value;
    const locale = useField<string | null>('locale').value;
    const preview = usePreview({ contentType, documentId, locale }, asked, stored);
    useTakenUrl(isPasted ? preview : null, (source) => {
      codeField.onChange(input.name, source.code ?? '');
      urlField.onChange(url, source.url ?? '');
    });

    // An error stays until the next attempt to save; what is put right meanwhile has a link again.
    const isRefused = codeField.error !== undefined && preview !== null && 'problem' in preview;

    return (
      <TextField
        ref={ref}
        {...input}
        below={
          <>
            {!isRefused && <LinkPreview preview={preview} code={isPasted ? '' : code} />}
            {preview !== null && 'twins' in preview && <Twins twins={preview.twins} />}
          </>
        }
      />
    );
  }
);
LinkedCodeField.displayName = 'LinkedCodeField';

type Source = Exclude<Preview, { readonly problem: string }>;

/** Puts a pasted URL where it belongs as soon as the server has read it. */
function useTakenUrl(preview: Preview | null, take: (source: Source) => void): void {
  const latest = React.useRef(take);
  latest.current = take;
  React.useEffect(() => {
    if (preview !== null && !('problem' in preview) && preview.url !== null)
      latest.current(preview);
  }, [preview]);
}
