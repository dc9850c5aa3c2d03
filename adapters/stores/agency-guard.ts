import type { KyselyPlugin, OperationNode, QueryResult, RootOperationNode, UnknownRow } from 'kysely';
import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  ColumnUpdateNode,
  DeleteQueryNode,
  InsertQueryNode,
  OperatorNode,
  ParensNode,
  ReferenceNode,
  SelectQueryNode,
  UpdateQueryNode,
  ValueNode,
} from 'kysely';

/**
 * Refuses every query that is not bound to one agency: a `where agency = …` at its top level, or the column among those that it
 * inserts; the same for each query within it. A forgotten condition fails in the first test that runs the query instead of telling
 * one agency what belongs to another.
 */
export const agencyGuard: KyselyPlugin = {
  transformQuery({ node }) {
    if (!isBound(node) || !areInnerBound(node)) throw new TypeError(`A ${node.kind} is not bound to an agency`);
    return node;
  },
  transformResult: ({ result }): Promise<QueryResult<UnknownRow>> => Promise.resolve(result),
};

function isBound(node: OperationNode | RootOperationNode): boolean {
  if (InsertQueryNode.is(node)) return (node.columns ?? []).some(isAgency);
  // One table each: a join could cross agencies by a condition that is harder to see.
  if (SelectQueryNode.is(node)) return isBoundSelect(node);
  if (UpdateQueryNode.is(node))
    return node.from === undefined && node.joins === undefined && isWhereBound(node) && !movesAgency(node);
  if (DeleteQueryNode.is(node)) return node.using === undefined && node.joins === undefined && isWhereBound(node);
  return false;
}

/** Whether each query within this node, however deep, is bound as well. */
function areInnerBound(node: OperationNode): boolean {
  for (const value of Object.values(node))
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (!isNode(inner)) continue;
      if (isQuery(inner) && !isBound(inner)) return false;
      if (!areInnerBound(inner)) return false;
    }
  return true;
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

function isQuery(node: OperationNode): boolean {
  return SelectQueryNode.is(node) || InsertQueryNode.is(node) || UpdateQueryNode.is(node) || DeleteQueryNode.is(node);
}

function isWhereBound({ where }: { readonly where?: { readonly where: OperationNode } }): boolean {
  return where !== undefined && bindsAgency(where.where);
}

function isBoundSelect(node: SelectQueryNode): boolean {
  // Several questions in one: each of them is bound.
  if (node.from === undefined)
    return (node.selections ?? []).every(
      ({ selection }) => AliasNode.is(selection) && SelectQueryNode.is(selection.node),
    );
  return node.from.froms.length === 1 && node.joins === undefined && isWhereBound(node);
}

function bindsAgency(condition: OperationNode): boolean {
  if (ParensNode.is(condition)) return bindsAgency(condition.node);
  if (AndNode.is(condition)) return bindsAgency(condition.left) || bindsAgency(condition.right);
  return (
    BinaryOperationNode.is(condition) &&
    OperatorNode.is(condition.operator) &&
    condition.operator.operator === '=' &&
    isAgency(condition.leftOperand) &&
    ValueNode.is(condition.rightOperand)
  );
}

/** A row stays with its agency. */
function movesAgency(node: UpdateQueryNode): boolean {
  return (node.updates ?? []).some((update) => ColumnUpdateNode.is(update) && isAgency(update.column));
}

function isAgency(node: OperationNode): boolean {
  if (ReferenceNode.is(node)) return isAgency(node.column);
  return ColumnNode.is(node) && node.column.name === 'agency';
}
