import type { Core } from '@strapi/strapi';

/** Where an application's server and panel are. */
interface Addresses {
  /** As visitors reach it: `https://example.com/cms`; only its path, or nothing, where its host is not configured. */
  readonly server: string;
  /** As the panel reaches it: only its path, where both have one origin. */
  readonly serverOfPanel: string;
  /** The origin of the panel, where it is another than the server's; else null. */
  readonly panel: string | null;
}

export const addressesOf = ({ config }: Core.Strapi): Addresses => {
  const server = String(config.get('server.url', '')).replace(/\/$/u, '');
  if (!URL.canParse(server)) return { server, serverOfPanel: server, panel: null };
  const { origin, pathname } = new URL(server);
  const panel = new URL(String(config.get('admin.absoluteUrl', server))).origin;
  return panel === origin
    ? { server, serverOfPanel: pathname.replace(/\/$/u, ''), panel: null }
    : { server, serverOfPanel: server, panel };
};

/** The page that a token shows. */
export const pageAddress = (server: string, token: string): string =>
  // The log of requests leaves out parameters of this name.
  `${server}/newsroom/previews?token=${token}`;
