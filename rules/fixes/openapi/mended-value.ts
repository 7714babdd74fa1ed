import type { Reading } from '#core/openapi/validate/evaluator.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import { faultsOf } from '#core/openapi/validate/faults-of.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { Scalar, ScalarNode, TreeNode } from '#core/tree/tree.ts';
import { scalarNode } from '#core/tree/tree-nodes.ts';
import { shortened, shownValue } from '#rules/detectors/openapi/shown-value.ts';

/** What a wrong value was meant to be. */
export interface MendedValue {
  readonly value: Scalar;
  /** The characters of a number; undefined where they are those any number has. */
  readonly literal?: string;
  readonly title: string;
  /** True where it says the same, with quotes or without. */
  readonly isSameText: boolean;
  /** Said of several that are mended alike. */
  readonly titleOfMany: (count: number) => string;
}

/**
 * What a wrong value was meant to be where it only is written as another type, or in another case; undefined where nobody knows, and
 * where its schema would not take that either.
 */
export function mendedValue(fault: Fault, section: TreeSection, reading: Reading): MendedValue | undefined {
  const { value, schema } = fault;
  if (value.kind !== 'scalar') return undefined;
  const mended = meantValue(fault, value.value, section);
  if (mended === undefined) return undefined;
  const { start, end } = value.span;
  const isFitting = faultsOf(scalarNode(start, end, mended.value), schema, reading).length === 0;
  return isFitting ? mended : undefined;
}

function meantValue(fault: Fault, value: Scalar, section: TreeSection): MendedValue | undefined {
  if (fault.kind === 'enum') return meantEntry(value, fault.allowed) ?? (value === 'null' ? meantNull : undefined);
  if (fault.kind !== 'type') return undefined;
  if (value === 'null') return meantNull;
  if (typeof value === 'string') return withoutQuotes(value, fault.expected);
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && fault.expected.includes('string') ? inQuotes(fault.value, section) : undefined;
}

/** Taken where the schema takes `null`. */
const meantNull: MendedValue = {
  value: null,
  title: 'Write null without quotes',
  isSameText: true,
  titleOfMany: (count) => `Write ${count} values without quotes`,
};

/** The one value that differs in case, or in its dashes or quotes only. */
function meantEntry(value: Scalar, allowed: readonly TreeNode[]): MendedValue | undefined {
  if (typeof value !== 'string') return undefined;
  const [only, other] = byFoldedText(allowed).get(foldedText(value)) ?? [];
  if (only === undefined || other !== undefined) return undefined;
  const title = `Write ${shownValue(only)}`;
  return { value: only.value, title, isSameText: false, titleOfMany: (count) => `${title} in ${count} places` };
}

const folds = new WeakMap<readonly TreeNode[], ReadonlyMap<string, readonly ScalarNode[]>>();

/** Put in order once for each enum: a thousand examples may be none of a thousand values. */
function byFoldedText(allowed: readonly TreeNode[]): ReadonlyMap<string, readonly ScalarNode[]> {
  const before = folds.get(allowed);
  if (before !== undefined) return before;
  const byText = new Map<string, ScalarNode[]>();
  for (const node of allowed) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') continue;
    const key = foldedText(node.value);
    const known = byText.get(key);
    if (known === undefined) byText.set(key, [node]);
    else known.push(node);
  }
  folds.set(allowed, byText);
  return byText;
}

function foldedText(text: string): string {
  return text.toLowerCase().replace(/[-_ "']/g, '');
}

/** As JSON writes numbers; what begins with zeros is a code. */
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

function withoutQuotes(text: string, expected: readonly string[]): MendedValue | undefined {
  const isNumber = plainNumber.test(text) && (expected.includes('number') || expected.includes('integer'));
  const isBoolean = (text === 'true' || text === 'false') && expected.includes('boolean');
  if (!isNumber && !isBoolean) return undefined;
  return {
    value: isNumber ? Number(text) : text === 'true',
    ...(isNumber && { literal: text }),
    title: `Write ${text} without quotes`,
    isSameText: true,
    titleOfMany: (count) => `Write ${count} values without quotes`,
  };
}

/** The text as it is written: `1.10` is not `1.1`. */
function inQuotes({ span }: TreeNode, { text }: TreeSection): MendedValue {
  const written = text.slice(span.start, span.end);
  return {
    value: written,
    title: `Write “${shortened(written)}” in quotes`,
    isSameText: true,
    titleOfMany: (count) => `Write ${count} values in quotes`,
  };
}
