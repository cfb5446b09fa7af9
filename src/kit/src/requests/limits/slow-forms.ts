/** What a request asks for, without the values: its path, and the names in its query. */
const formOf = (path: string, query: string): string =>
  `${path} ${query.replace(/=[^&]*/gu, '')}`.slice(0, 1000);

/** For how long it is known that requests of a form take long, in milliseconds; and of how many forms. */
const KNOWN = 10_000;
const MOST = 1000;

/** As much of a request as is looked at here. */
interface Asked {
  readonly path: string;
  readonly querystring: string;
}

/** Which requests ask for what takes long, as far as can be told before anything is done for them. */
export interface SlowForms {
  /** Whether what has the same form was read where reads take long, just now. */
  has(request: Asked): boolean;
  /** Notes that a request is read for where reads take long: one that `has` was asked of. */
  note(request: object): void;
}

/** Remembers which forms were read where reads take long. */
export const startSlowForms = (): SlowForms => {
  const forms = new WeakMap<object, string>();
  const noted = new Map<string, number>();
  return {
    has(request) {
      const form = formOf(request.path, request.querystring);
      forms.set(request, form);
      return (noted.get(form) ?? -Infinity) > performance.now() - KNOWN;
    },
    note(request) {
      const form = forms.get(request);
      if (form === undefined) return;
      if (noted.size >= MOST) noted.clear();
      noted.set(form, performance.now());
    },
  };
};
