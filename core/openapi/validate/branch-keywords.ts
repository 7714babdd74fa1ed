import { bestFaults, branchNamedBy } from '#core/openapi/validate/best-branch.ts';
import type { Evaluation, KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import type { Outcome } from '#core/openapi/validate/outcome.ts';
import { type SchemaSite, siteBelow } from '#core/openapi/validate/schema-site.ts';
import { findValue, type MapNode, type TreeNode } from '#core/tree/tree.ts';

export const allOf: ReadKeyword = (said) => {
  if (said.kind !== 'list') return notRead;
  return (run, schema, value, out) => {
    for (const [index, branch] of said.items.entries())
      run.apply(siteBelow(schema, branch, 'allOf', index), value, out);
  };
};

/** Those 2.0 does not have. */
export const branchKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['anyOf', readAnyOf],
  ['oneOf', readOneOf],
  ['not', readNot],
];

/** Those from 3.1 on. */
export const conditionKeywords: readonly (readonly [string, ReadKeyword])[] = [['if', readIf]];

/** What stands in place of a list of schemas. */
const notRead: KeywordCheck = (_run, _schema, _value, out) => {
  out.isUnknown = true;
};

function attemptAll(
  keyword: string,
  branches: readonly TreeNode[],
  run: Evaluation,
  schema: SchemaSite,
  value: TreeNode,
  out: Outcome,
): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const [index, branch] of branches.entries()) {
    if (run.isSpent) break;
    outcomes.push(run.attempt(siteBelow(schema, branch, keyword, index), value, out.evaluated !== undefined));
  }
  return outcomes;
}

function readAnyOf(said: TreeNode, schemaMap: MapNode): KeywordCheck {
  if (said.kind !== 'list') return notRead;
  return (run, schema, value, out) => {
    const outcomes = attemptAll('anyOf', said.items, run, schema, value, out);
    // Where one fits, another that is not known matters only to what nobody looked at.
    const isAnyFitting = out.evaluated === undefined && outcomes.some(({ isSure }) => isSure);
    if (isAnyFitting) return;
    for (const outcome of outcomes) if (!outcome.isWrong) out.include(outcome);
    if (outcomes.every(({ isWrong }) => isWrong))
      out.add(...bestFaults('anyOf', outcomes, schema, value, branchNamedBy(schemaMap, said.items, value)));
  };
}

function readOneOf(said: TreeNode, schemaMap: MapNode): KeywordCheck {
  if (said.kind !== 'list') return notRead;
  const hasDiscriminator = findValue(schemaMap, 'discriminator') !== undefined;
  return (run, schema, value, out) => {
    const outcomes = attemptAll('oneOf', said.items, run, schema, value, out);
    const named = branchNamedBy(schemaMap, said.items, value);
    const fitting = outcomes.flatMap(({ isSure }, index) => (isSure ? index : []));
    // A discriminator chooses one, be it that the value does not say which.
    if (fitting.length > 1 && (!hasDiscriminator || (named !== undefined && outcomes[named]?.isWrong))) {
      out.add({ kind: 'several-fit', value, schema, keyword: 'oneOf', count: said.items.length, fitting });
      return;
    }
    for (const outcome of outcomes) if (!outcome.isWrong) out.include(outcome);
    if (outcomes.every(({ isWrong }) => isWrong)) out.add(...bestFaults('oneOf', outcomes, schema, value, named));
  };
}

function readNot(said: TreeNode): KeywordCheck {
  return (run, schema, value, out) => {
    const outcome = run.attempt(siteBelow(schema, said, 'not'), value, false);
    if (outcome.isSure) out.add({ kind: 'forbidden', value, schema, keyword: 'not' });
    else if (!outcome.isWrong) out.isUnknown = true;
  };
}

function readIf(said: TreeNode, schemaMap: MapNode): KeywordCheck {
  const then = findValue(schemaMap, 'then');
  const otherwise = findValue(schemaMap, 'else');
  return (run, schema, value, out) => {
    const condition = run.attempt(siteBelow(schema, said, 'if'), value, out.evaluated !== undefined);
    if (condition.isSure) out.include(condition);
    else if (!condition.isWrong) {
      out.isUnknown = true;
      return;
    }
    const next = condition.isWrong ? otherwise : then;
    if (next !== undefined) run.apply(siteBelow(schema, next, condition.isWrong ? 'else' : 'then'), value, out);
  };
}
