import type { OpenApiVersion } from '#core/openapi/model.ts';
import { dynamicTarget } from '#core/openapi/validate/dynamic-reference.ts';
import { referredSchema } from '#core/openapi/validate/follow-reference.ts';
import type { Evaluation } from '#core/openapi/validate/keyword.ts';
import { type Keywords, keywordsOf } from '#core/openapi/validate/keywords-of.ts';
import { Outcome } from '#core/openapi/validate/outcome.ts';
import { plainFit } from '#core/openapi/validate/plain-scalar.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import { type Direction, SparedProperties } from '#core/openapi/validate/spared-properties.ts';
import type { Location } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { findString, hasDollarKey, type TreeNode } from '#core/tree/tree.ts';

/** How values and schemas are read. */
export interface Reading {
  readonly scope: Pick<Scope, 'resolve'>;
  readonly version: OpenApiVersion;
  readonly direction: Direction;
  /** Where a `$ref` within a value, and a value that is yet to be written, are nothing to judge. */
  readonly isLenient: boolean;
}

/** Schemas and values lie no deeper in each other; of what does, nothing is said. */
const deepest = 300;

/** Lets schemas speak of one value. What takes more than so many steps is not known. */
export class Evaluator implements Evaluation {
  readonly #reading: Reading;
  #steps: number;
  #depth = 0;
  /** The schema that was first asked of the value looked at. */
  #outermost: SchemaSite | undefined;
  /** The schemas and values that references are being followed for. */
  readonly #following: { readonly schema: TreeNode; readonly value: TreeNode }[] = [];
  /** The properties that need not be there, by the schema that was first asked. */
  readonly #spared = new Map<TreeNode, SparedProperties>();
  /** Where schemas with an `$id` of their own were entered. */
  readonly #entered: Location[] = [];

  constructor(reading: Reading, steps: number) {
    this.#reading = reading;
    this.#steps = steps;
  }

  /** What a schema says of a value. */
  judge(schema: SchemaSite, value: TreeNode): Outcome {
    const out = new Outcome(false);
    this.#entered.push(schema.location);
    this.below(schema, value, out);
    this.#entered.pop();
    return out;
  }

  get isSpent(): boolean {
    return this.#steps < 0;
  }

  get asked(): SchemaSite | undefined {
    return this.#outermost;
  }

  spend(steps: number): void {
    this.#steps -= steps;
  }

  apply(schema: SchemaSite, value: TreeNode, out: Outcome): void {
    const { tree, location } = schema;
    this.#steps--;
    if (this.isSpent || this.#depth > deepest) out.isUnknown = true;
    else if (tree.kind === 'map') {
      const plain = value.kind === 'scalar' ? plainFit(tree, value) : undefined;
      if (plain !== undefined) {
        out.isUnjudged ||= plain === 'unjudged';
        return;
      }
      const keywords = keywordsOf(tree, this.#reading.version);
      this.#depth++;
      if (keywords.isResource) this.#entered.push(location);
      this.#ask(keywords, schema, value, out);
      if (keywords.isResource) this.#entered.pop();
      this.#depth--;
    } else if (tree.kind === 'scalar' && tree.value === false)
      out.add({ kind: 'nothing', value, schema, keyword: location.key });
    else if (tree.kind !== 'scalar' || tree.value !== true) out.isUnknown = true;
  }

  attempt(schema: SchemaSite, value: TreeNode, keepsEvaluated: boolean): Outcome {
    const out = new Outcome(keepsEvaluated);
    this.apply(schema, value, out);
    return out;
  }

  fitsAtAGlance(schema: TreeNode, value: TreeNode, out: Outcome): boolean {
    if (value.kind !== 'scalar' || schema.kind !== 'map' || this.#steps < 1 || this.#depth > deepest) return false;
    const plain = this.#isUntold(value) ? undefined : plainFit(schema, value);
    if (plain === undefined) return false;
    this.#steps--;
    out.isUnjudged ||= plain === 'unjudged';
    return true;
  }

  below(schema: SchemaSite, value: TreeNode, out: Outcome): void {
    if (this.#isUntold(value)) {
      out.isUnknown = true;
      return;
    }
    const outer = this.#outermost;
    this.#outermost = schema;
    const inner = out.evaluated === undefined ? out : new Outcome(false);
    this.apply(schema, value, inner);
    if (inner !== out) out.include(inner);
    this.#outermost = outer;
  }

  follow(schema: SchemaSite, keyword: '$ref' | '$dynamicRef', value: TreeNode, out: Outcome): void {
    const target = this.#target(schema, keyword);
    if (target === undefined) {
      out.isUnknown = true;
      return;
    }
    // A schema that leads back to itself says nothing more.
    if (this.#following.some((one) => one.schema === target.tree && one.value === value)) return;
    this.#following.push({ schema: target.tree, value });
    this.#entered.push(target.location);
    this.apply(target, value, out);
    this.#entered.pop();
    this.#following.pop();
  }

  maySpare(name: string): boolean {
    const schema = this.#outermost;
    if (schema === undefined) return false;
    const known = this.#spared.get(schema.tree);
    const follow = (one: SchemaSite): SchemaSite | undefined => this.#target(one, '$ref');
    const spared = known ?? new SparedProperties(schema, this.#reading.direction, follow);
    if (known === undefined) this.#spared.set(schema.tree, spared);
    return spared.has(name);
  }

  #target(schema: SchemaSite, keyword: '$ref' | '$dynamicRef'): SchemaSite | undefined {
    const target = referredSchema(schema, keyword, this.#reading.scope);
    if (target === undefined || keyword === '$ref') return target;
    return dynamicTarget(findString(schema.tree, keyword)?.value ?? '', target, this.#entered);
  }

  #ask({ first, rest, last, isNullable }: Keywords, schema: SchemaSite, value: TreeNode, out: Outcome): void {
    if (isNullable && value.kind === 'scalar' && value.value === null) return;
    const before = out.faults.length;
    for (const check of first) {
      check(this, schema, value, out);
      if (out.faults.length > before) return;
    }
    const own = last.length === 0 ? out : new Outcome(true);
    for (const check of rest) check(this, schema, value, own);
    for (const check of last) check(this, schema, value, own);
    if (own !== out) out.include(own);
  }

  /** True for what is yet to be written, and for a `$ref`, which values cannot have and many have. */
  #isUntold(value: TreeNode): boolean {
    if (!this.#reading.isLenient) return false;
    if (value.kind === 'scalar') return value.value === null && value.span.start === value.span.end;
    return value.kind === 'map' && hasDollarKey(value) && findString(value, '$ref') !== undefined;
  }
}
