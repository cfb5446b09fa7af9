import type * as React from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
  gap: 1.6rem;
  margin: 0;
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** Something that is known, and what it is called. */
export interface Fact {
  readonly name: string;
  readonly value: React.ReactNode;
  /** What it means. */
  readonly hint?: string;
}

interface FactsProps {
  readonly label: string;
  readonly facts: readonly Fact[];
}

/** Some things that are known, beside each other. */
export const Facts = ({ label, facts }: FactsProps) => (
  <List aria-label={label}>
    {facts.map(({ name, value, hint }) => (
      <div key={name}>
        <Typography tag="dt" variant="pi" textColor="neutral600">
          {name}
        </Typography>
        <Typography tag="dd" variant="delta" textColor="neutral800">
          {value}
        </Typography>
        {hint !== undefined && (
          <Typography tag="dd" variant="pi" textColor="neutral600">
            {hint}
          </Typography>
        )}
      </div>
    ))}
  </List>
);
