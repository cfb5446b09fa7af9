import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm } from '@strapi/strapi/admin';
import { changesBetween, type Values } from '../requests/changes';
import { keyOf } from '../requests/document-requests';
import { holdTo, readingFor } from '../requests/readings';
import { discarded, saved } from '../requests/saves';
import {
  type FormPlace,
  forgetTyped,
  keepTyped,
  type TypedText,
  typedIn,
} from '../typed/typed-texts';

/** Milliseconds after the last key until what was typed is kept. */
const PAUSE = 300;

/** What was typed before, and what may be done with it. */
export interface Offer {
  readonly at: number;
  restore(): void;
  drop(): void;
}

/**
 * Keeps what is being typed in the browser until it is saved, and offers it again: after a reload, a crash, the end of
 * a session.
 */
export const useTypedText = ({ user, document, locale }: FormPlace): Offer | null => {
  const values = useForm('Newsroom', (form) => form.values as Values);
  const initialValues = useForm('Newsroom', (form) => form.initialValues as Values);
  const setValues = useForm('Newsroom', (form) => form.setValues);
  /** Undefined until it is known whether there is anything to be offered. */
  const [offered, setOffered] = useState<TypedText | null | undefined>();
  /** What is to be kept as soon as nobody types any more. */
  const waiting = useRef<{ readonly timer: number; readonly keep: () => void } | null>(null);
  const isTyped = useRef(false);
  const madeFrom = useRef(initialValues);
  const stop = useCallback(() => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = null;
  }, []);

  useEffect(() => {
    const place = { user, document, locale };
    let isOver = false;
    setOffered(undefined);
    void typedIn(place).then((found) => {
      // Unless it was saved or given up meanwhile.
      if (!isOver) setOffered((known) => (known === undefined ? found : known));
    });
    const forget = (): void => {
      stop();
      setOffered(null);
      void forgetTyped(place);
    };
    const stops = [saved.on(document, forget), discarded.on(document, forget)];
    return () => {
      isOver = true;
      for (const stopHearing of stops) stopHearing();
      const { keep } = waiting.current ?? {};
      stop();
      keep?.();
    };
  }, [user, document, locale, stop]);

  useEffect(() => {
    stop();
    // Until what was typed before is known, nothing takes its place.
    if (offered === undefined) return;
    const typed = changesBetween(initialValues, values);
    const place = { user, document, locale };
    const isMadeAnew = initialValues !== madeFrom.current;
    madeFrom.current = initialValues;
    if (Object.keys(typed).length === 0) {
      // Strapi empties a form of what was typed when it could not be saved, too.
      if (isMadeAnew) return;
      if (isTyped.current && offered === null) void forgetTyped(place);
      isTyped.current = false;
      return;
    }
    isTyped.current = true;
    const keep = (): void => {
      waiting.current = null;
      const reading = readingFor(keyOf(document, locale)) ?? null;
      // What is still offered is not lost by typing somewhere else.
      const kept = { ...offered?.values, ...typed };
      void keepTyped(place, { values: kept, reading: offered?.reading ?? reading, at: Date.now() });
    };
    waiting.current = { timer: window.setTimeout(keep, PAUSE), keep };
  }, [values, initialValues, offered, user, document, locale, stop]);

  if (
    offered === null ||
    offered === undefined ||
    Object.keys(changesBetween(values, { ...values, ...offered.values })).length === 0
  ) {
    return null;
  }
  return {
    at: offered.at,
    restore() {
      // What has become of the document since then is compared when it is saved.
      if (offered.reading !== null) {
        holdTo(keyOf(document, locale), offered.reading, Object.keys(offered.values));
      }
      setValues({ ...values, ...offered.values });
      setOffered(null);
    },
    drop() {
      stop();
      // Offered until it is gone: whoever loads the page anew at once is not offered it again.
      void forgetTyped({ user, document, locale }).then(() => setOffered(null));
    },
  };
};
