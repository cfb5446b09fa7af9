import { useEffect, useRef, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { OpenFormRequest, OtherForm } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** Milliseconds between two signs of an open form: the server takes three missed ones for its end. */
const PAUSE = 30_000;

const NOBODY: readonly OtherForm[] = [];

/** Where the panel sends its requests, as its page has it. */
const backendURL = (): string =>
  (window as unknown as { readonly strapi: { readonly backendURL: string } }).strapi.backendURL;

/** Browsers name no UUIDs on sites without HTTPS. */
const newForm = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

interface OpenDocument {
  readonly model: string;
  readonly documentId: string;
  readonly locale: string;
}

/**
 * Tells the server that a form is open as long as it is, and answers who else has its document open.
 *
 * @param open null where there is nothing to tell
 */
export const useOtherForms = (open: OpenDocument | null): readonly OtherForm[] => {
  const [others, setOthers] = useState(NOBODY);
  const token = useRef<string | null>(null);
  token.current = useAuth('Newsroom', (auth) => auth.token);
  const path = open && `/${PLUGIN_ID}/open-forms/${open.model}/${open.documentId}`;
  const locale = open?.locale ?? '';

  useEffect(() => {
    if (path === null) return undefined;
    const form = newForm();
    let isOver = false;
    /*
     * Not by Strapi's own client: it would have the session of somebody who has gone for lunch go on for ever, or ask
     * to log in again.
     */
    const send = async (body: OpenFormRequest): Promise<void> => {
      const response = await window.fetch(`${backendURL()}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token.current ?? ''}`,
        },
        body: JSON.stringify(body),
        // It may be sent as the page closes.
        keepalive: true,
      });
      if (isOver || !response.ok) return;
      const { data } = (await response.json()) as Answer<readonly OtherForm[]>;
      setOthers(data);
    };
    // Whoever is not told of others goes on editing: a save compares what they have changed.
    const say = (isClosed: boolean): void => {
      send({ form, locale, isClosed }).catch(() => undefined);
    };
    const sayOpen = (): void => say(false);
    const sayClosed = (): void => say(true);
    sayOpen();
    const timer = window.setInterval(sayOpen, PAUSE);
    window.addEventListener('focus', sayOpen);
    window.addEventListener('pagehide', sayClosed);
    return () => {
      isOver = true;
      window.clearInterval(timer);
      window.removeEventListener('focus', sayOpen);
      window.removeEventListener('pagehide', sayClosed);
      sayClosed();
      setOthers(NOBODY);
    };
  }, [path, locale]);

  return others;
};
