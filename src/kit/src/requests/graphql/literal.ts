import { Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** An argument's value, variables put in. */
export const literal = (node: ValueNode, variables: Variables): unknown => {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((member) => literal(member, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, literal(value, variables)])
      );
    case Kind.NULL:
      return null;
    default:
      return node.value;
  }
};

/** The variables of an operation: those that were sent, and the defaults of the others. */
export const variablesOf = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  sent: Variables
): Variables => {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, literal(defaultValue, {})] as const]
  );
  return { ...Object.fromEntries(defaults), ...sent };
};
