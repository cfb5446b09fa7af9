interface Panel {
  readonly strapi?: { readonly backendURL?: string };
}

/** An address of the server as others can open it: the server may not know its own host. */
export const wholeAddress = (address: string): string => {
  const { strapi } = window as unknown as Panel;
  const server = new URL(strapi?.backendURL || window.location.origin, window.location.origin);
  return new URL(address, server).href;
};
