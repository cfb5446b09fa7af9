export { guardGraphql } from './guard-graphql';
