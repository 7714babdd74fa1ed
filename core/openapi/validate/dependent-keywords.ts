import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { namesIn } from '#core/openapi/validate/map-keywords.ts';
import { siteBelow } from '#core/openapi/validate/schema-site.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** What a schema says where a property is there; from 3.1 on. */
export const dependentKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['dependentRequired', readDependentRequired],
  ['dependentSchemas', readDependentSchemas],
];

function namesOf(value: TreeNode): ReadonlySet<string> {
  return new Set(entriesOf(value).map(({ key }) => key.value));
}

function readDependentRequired(said: TreeNode): KeywordCheck {
  const needs = entriesOf(said).flatMap(({ key, value }) =>
    value ? { because: key.value, names: namesIn(value) } : [],
  );
  return (run, schema, value, out) => {
    const present = namesOf(value);
    for (const { because, names } of needs) {
      if (run.isSpent) return;
      run.spend(1);
      if (!present.has(because)) continue;
      run.spend(names.length >> 3);
      for (const name of names)
        if (!present.has(name) && !run.maySpare(name))
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
    const present = namesOf(value);
    for (const { key, value: inner } of entriesOf(said)) {
      if (run.isSpent) return;
      run.spend(1);
      if (inner === undefined || !present.has(key.value)) continue;
      run.apply(siteBelow(schema, inner, 'dependentSchemas', key.value), value, out);
    }
  };
}
