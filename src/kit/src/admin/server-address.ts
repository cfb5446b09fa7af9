interface Panel {
  readonly strapi?: { readonly backendURL?: string };
}

/** Where the panel's server answers, without a slash at its end. */
export const serverAddress = (): string =>
  (window as Panel).strapi?.backendURL ?? window.location.origin;
