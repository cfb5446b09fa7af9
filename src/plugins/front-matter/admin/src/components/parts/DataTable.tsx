import type * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  th,
  td {
    padding: 0.8rem 1.2rem;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  thead th {
    white-space: nowrap;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
`;

const Scroller = styled(Box)`
  overflow-x: auto;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface DataTableProps {
  readonly label: string;
  /** What the columns are called. */
  readonly columns: readonly string[];
  /** Its rows. */
  readonly children: React.ReactNode;
}

/** A table that scrolls by itself where it is too wide. */
export const DataTable = ({ label, columns, children }: DataTableProps) => (
  <Scroller role="group" aria-label={label} tabIndex={0}>
    <Table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {column}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Table>
  </Scroller>
);
