import { mostMissing } from '#core/openapi/validate/fault.ts';
import type { Evaluation, KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { numberOf } from '#core/openapi/validate/number-keywords.ts';
import { Outcome } from '#core/openapi/validate/outcome.ts';
import { Pattern } from '#core/openapi/validate/pattern/pattern.ts';
import { siteBelow } from '#core/openapi/validate/schema-site.ts';
import { textOf } from '#core/openapi/validate/text-keywords.ts';
import { entriesOf, findValue, itemsOf, type MapNode, type TreeNode } from '#core/tree/tree.ts';
import { scalarNode } from '#core/tree/tree-nodes.ts';

/** Those all versions have. */
export const mapKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['minProperties', (said) => countLimit('minProperties', said, (found, limit) => found >= limit)],
  ['maxProperties', (said) => countLimit('maxProperties', said, (found, limit) => found <= limit)],
  ['required', readRequired],
  ['properties', readProperties],
  ['additionalProperties', readAdditionalProperties],
];

/** Those from 3.1 on. */
export const laterMapKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['patternProperties', readPatternProperties],
  ['propertyNames', readPropertyNames],
];

export const unevaluatedProperties: ReadKeyword = (said, schema) => {
  const known = entriesOf(findValue(schema, 'properties')).map(({ key }) => key.value);
  return (run, site, value, out) => {
    if (out.isUnknown) return;
    const inner = siteBelow(site, said, 'unevaluatedProperties');
    for (const { key, value: property } of entriesOf(value)) {
      if (out.evaluated?.hasName(key.value) !== false || property === undefined) continue;
      if (isFalse(said))
        out.add({ kind: 'extra-property', value, schema: site, keyword: 'unevaluatedProperties', key, known });
      else run.below(inner, property, out);
    }
    out.evaluated?.addAllNames();
  };
};

function countLimit(
  keyword: string,
  said: TreeNode,
  holds: (found: number, limit: number) => boolean,
): KeywordCheck | undefined {
  const limit = numberOf(said);
  if (limit === undefined) return undefined;
  return (_run, schema, value, out) => {
    const found = value.kind === 'map' ? value.entries.length : undefined;
    if (found !== undefined && !holds(found, limit)) out.add({ kind: 'bound', value, schema, keyword, limit, found });
  };
}

/** The names in a list of them. */
export function namesIn(list: TreeNode): readonly string[] {
  return itemsOf(list).flatMap((item) => textOf(item) ?? []);
}

function readRequired(said: TreeNode): KeywordCheck | undefined {
  const names = namesIn(said);
  if (names.length === 0) return undefined;
  return (run, schema, value, out) => {
    if (value.kind !== 'map') return;
    run.spend(names.length >> 3);
    const present = new PresentKeys(value);
    const missing: string[] = [];
    for (const name of names) {
      if (!present.has(name) && !run.maySpare(name)) missing.push(name);
      if (missing.length === mostMissing) break;
    }
    if (missing.length === 0) return;
    out.add({ kind: 'missing', value, schema, keyword: 'required', names: missing, asked: run.asked ?? schema });
  };
}

/** The keys of a map, asked for mostly in the order they are written in: then nothing is made of them. */
class PresentKeys {
  readonly #entries: MapNode['entries'];
  #next = 0;
  #all: ReadonlySet<string> | undefined;

  constructor({ entries }: MapNode) {
    this.#entries = entries;
  }

  has(name: string): boolean {
    const end = Math.min(this.#next + mostPassed, this.#entries.length);
    for (let index = this.#next; index < end; index++) {
      if (this.#entries[index]?.key.value !== name) continue;
      this.#next = index + 1;
      return true;
    }
    this.#all ??= new Set(this.#entries.map(({ key }) => key.value));
    return this.#all.has(name);
  }
}

/** So many keys that nobody asks for are passed over. */
const mostPassed = 8;

function readProperties(said: TreeNode): KeywordCheck | undefined {
  if (said.kind !== 'map' || said.entries.length === 0) return undefined;
  const byName = new Map(said.entries.map(({ key, value }) => [key.value, value]));
  return (run, schema, value, out) => {
    for (const { key, value: property } of entriesOf(value)) {
      const inner = byName.get(key.value);
      if (inner === undefined || property === undefined) continue;
      if (!run.fitsAtAGlance(inner, property, out))
        run.below(siteBelow(schema, inner, 'properties', key.value), property, out);
      out.evaluated?.addName(key.value);
    }
  };
}

interface NamePattern {
  readonly text: string;
  readonly pattern: Pattern;
  readonly schema: TreeNode;
}

/** Whether a name is one that the pattern means; undefined where that is not known. */
function isMeant(name: string, { pattern }: NamePattern, run: Evaluation): boolean | undefined {
  const { isFound, steps } = pattern.search(name);
  run.spend(steps);
  return isFound;
}

function patternsIn(schema: MapNode): readonly NamePattern[] {
  return entriesOf(findValue(schema, 'patternProperties')).flatMap(({ key, value }) =>
    value === undefined ? [] : { text: key.value, pattern: new Pattern(key.value), schema: value },
  );
}

function readPatternProperties(_said: TreeNode, schema: MapNode): KeywordCheck {
  const patterns = patternsIn(schema);
  return (run, site, value, out) => {
    for (const { key, value: property } of entriesOf(value)) {
      for (const pattern of patterns) {
        if (run.isSpent) return;
        const isMatch = isMeant(key.value, pattern, run);
        if (isMatch === undefined) out.isUnknown = true;
        if (isMatch !== true || property === undefined) continue;
        run.below(siteBelow(site, pattern.schema, 'patternProperties', pattern.text), property, out);
        out.evaluated?.addName(key.value);
      }
    }
  };
}

/** A property that a pattern may mean, as it is not known whether it does, is none of the others. */
function readAdditionalProperties(said: TreeNode, schema: MapNode): KeywordCheck {
  const known = entriesOf(findValue(schema, 'properties')).map(({ key }) => key.value);
  const names = new Set(known);
  const patterns = patternsIn(schema);
  return (run, site, value, out) => {
    const inner = siteBelow(site, said, 'additionalProperties');
    for (const { key, value: property } of entriesOf(value)) {
      if (run.isSpent) return;
      if (names.has(key.value) || property === undefined) continue;
      if (patterns.some((pattern) => run.isSpent || isMeant(key.value, pattern, run) !== false)) continue;
      if (isFalse(said))
        out.add({ kind: 'extra-property', value, schema: site, keyword: 'additionalProperties', key, known });
      else run.below(inner, property, out);
      out.evaluated?.addName(key.value);
    }
  };
}

function isFalse(schema: TreeNode): boolean {
  return schema.kind === 'scalar' && schema.value === false;
}

function readPropertyNames(said: TreeNode): KeywordCheck {
  return (run, schema, value, out) => {
    const site = siteBelow(schema, said, 'propertyNames');
    for (const { key } of entriesOf(value)) {
      const inner = new Outcome(false);
      run.below(site, scalarNode(key.span.start, key.span.end, key.value), inner);
      if (inner.isWrong) out.add({ kind: 'property-name', value, schema, keyword: 'propertyNames', key });
      else {
        out.isUnknown ||= inner.isUnknown;
        out.isUnjudged ||= inner.isUnjudged;
      }
    }
  };
}
