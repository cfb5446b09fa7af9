import { useEffect, useLayoutEffect, useRef } from 'react';
import { useForm } from '@strapi/strapi/admin';
import { changesBetween, isSame, type Values } from '../requests/changes';
import { keyOf } from '../requests/document-requests';
import { adoptReading, forgetReading, type Reading } from '../requests/readings';
import { discarded, saved } from '../requests/saves';

/** A form at one moment. */
interface Moment {
  readonly values: Values;
  readonly initialValues: Values;
}

/** A save that is under way. */
interface Sent {
  /** What the form was made from, the last time before the save ended. */
  initialValues: Values;
  /** What was typed until it began. */
  readonly typed: Values;
  isSaved: boolean;
}

/** The document of a form. */
interface Loaded {
  /** Names it among all. */
  readonly document: string;
  readonly locale: string;
  /** How it was read, as its answer tells. */
  readonly reading: Reading | undefined;
  /** Called with what was typed while a new document was saved, as its form closes before it can be saved, too. */
  readonly onLeft: (documentId: string, typed: Values) => void;
}

/** What is typed, without what has been saved as it stands. */
const without = (typed: Values, known: Values): Values =>
  Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => !(name in known && isSame(value, known[name])))
  );

/**
 * Keeps what was typed in a form: when its save is refused, when its document is loaded anew, and what is typed
 * while it is saved or published. What is typed belongs to the reading that it was typed into.
 *
 * Strapi fills the form anew at all of these, in any order, and several of them may come at once. So what is typed is
 * not taken from the form as it was before, but written down as it is typed, and stays there until it is saved.
 */
export const useKeptForm = ({ document, locale, reading, onLeft }: Loaded): void => {
  const values = useForm('Newsroom', (form) => form.values as Values);
  const initialValues = useForm('Newsroom', (form) => form.initialValues as Values);
  const isSubmitting = useForm('Newsroom', (form) => form.isSubmitting);
  const setValues = useForm('Newsroom', (form) => form.setValues);
  const resetForm = useForm('Newsroom', (form) => form.resetForm);

  const last = useRef<Moment>({ values: initialValues, initialValues });
  /** What was typed and is not saved, by the attribute. */
  const typed = useRef<Values>({});
  const sent = useRef<Sent | null>(null);
  const leave = useRef(onLeft);
  leave.current = onLeft;

  useEffect(() => {
    const stops = [
      saved.on(document, ({ madeAs }) => {
        if (sent.current === null) return;
        sent.current.isSaved = true;
        const left = without(typed.current, sent.current.typed);
        if (madeAs !== null && Object.keys(left).length > 0) leave.current(madeAs, left);
      }),
      discarded.on(document, () => {
        typed.current = {};
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      typed.current = {};
      sent.current = null;
    };
  }, [document, locale]);

  useEffect(() => {
    if (reading !== undefined) {
      adoptReading(keyOf(document, locale), reading, Object.keys(typed.current));
    }
  }, [document, locale, reading]);
  useEffect(() => () => forgetReading(keyOf(document, locale)), [document, locale]);

  // Before anything is drawn: a key that is pressed meanwhile would find the field empty.
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { values, initialValues };
    const isMadeAnew = initialValues !== before.initialValues;
    // Strapi fills a form with the very object that its values begin with; whoever types makes another.
    const isFilled = values === initialValues;
    if (!isFilled) {
      const changes = changesBetween(isMadeAnew ? initialValues : before.values, values);
      typed.current = { ...typed.current, ...changes };
    }

    if (isSubmitting) {
      sent.current ??= { initialValues, typed: typed.current, isSaved: false };
      sent.current.initialValues = initialValues;
    }
    const begun = sent.current;
    if (!isSubmitting) sent.current = null;
    if (!isSubmitting && begun?.isSaved === false) {
      // Strapi leaves the form alone where it knows what is wrong with it; else it takes it for saved.
      if (initialValues === begun.initialValues) return;
      if (Object.keys(without(begun.typed, initialValues)).length === 0) {
        resetForm({ ...begun.initialValues });
        setValues({ ...begun.initialValues, ...typed.current });
        return;
      }
    }
    if (!isSubmitting && begun?.isSaved === true) {
      typed.current = without(typed.current, begun.typed);
      // Publishing takes for saved what was typed meanwhile, too.
      const taken = Object.keys(typed.current).filter((name) =>
        isSame(initialValues[name], typed.current[name])
      );
      if (taken.length > 0) {
        const asSent = { ...begun.initialValues, ...begun.typed };
        const changed = Object.fromEntries(taken.map((name) => [name, asSent[name]]));
        resetForm({ ...initialValues, ...changed });
        setValues({ ...values, ...typed.current });
        return;
      }
    } else if (!isSubmitting) {
      // Whoever leaves a form without saving has it emptied of what was typed.
      if (isFilled && !isMadeAnew && values !== before.values) typed.current = {};
      typed.current = without(typed.current, initialValues);
    }
    const isLost = Object.entries(typed.current).some(([name, value]) => values[name] !== value);
    if (isLost) setValues({ ...values, ...typed.current });
  }, [values, initialValues, isSubmitting, resetForm, setValues]);
};
