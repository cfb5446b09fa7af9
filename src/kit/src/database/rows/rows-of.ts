/** The rows that a raw statement answers with, in each driver's own wrapping. */
export const rowsOf = <Row>(reply: unknown): Row[] => {
  if (Array.isArray(reply)) return (Array.isArray(reply[0]) ? reply[0] : reply) as Row[];
  return (reply as { readonly rows: Row[] }).rows;
};
