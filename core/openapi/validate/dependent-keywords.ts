import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { namesIn } from '#core/openapi/validate/map-keywords.ts';
import { siteBelow } from '#core/openapi/validate/schema-site.ts';
import { entriesOf, findEntry, type TreeNode } from '#core/tree/tree.ts';

/** What a schema says where a property is there; from 3.1 on. */
export const dependentKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['dependentRequired', readDependentRequired],
  ['dependentSchemas', readDependentSchemas],
];

function readDependentRequired(said: TreeNode): KeywordCheck {
  const needs = entriesOf(said).flatMap(({ key, value }) =>
    value ? { because: key.value, names: namesIn(value) } : [],
  );
  return (run, schema, value, out) => {
    for (const { because, names } of needs) {
      run.spend(1);
      if (findEntry(value, because) === undefined) continue;
      for (const name of names)
        if (findEntry(value, name) === undefined && !run.maySpare(name))
          out.add({
            kind: 'missing-with',
            value,
            schema,
            keyword: 'dependentRequired',
            name,
            because,
            asked: run.asked ?? schema,
          });
    }
  };
}

function readDependentSchemas(said: TreeNode): KeywordCheck {
  return (run, schema, value, out) => {
    for (const { key, value: inner } of entriesOf(said)) {
      if (inner === undefined || findEntry(value, key.value) === undefined) continue;
      run.apply(siteBelow(schema, inner, 'dependentSchemas', key.value), value, out);
    }
  };
}
