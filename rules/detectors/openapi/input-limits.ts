import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Keyed, Usages } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { entriesOf, findBoolean, findEntry, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { largest } from '#core/work/largest.ts';
import { maximumInText } from '#rules/detectors/openapi/bound-in-text.ts';
import { enclosingSchema } from '#rules/detectors/openapi/enclosing-schema.ts';
import { placeInWords } from '#rules/detectors/openapi/place-in-words.ts';
import { isSent, sentAt } from '#rules/detectors/openapi/sent-schema.ts';

/** A schema that lacks a limit by its own keywords; whether requests hold its values is found out afterwards. */
export interface LimitDraft extends Keyed {
  readonly schema: Schema;
}

/** A schema of what requests hold that lacks a limit. Facts of one section are compared together. */
export interface LimitFact extends Keyed {
  readonly span: Span;
  /** `“email” of “User”`. */
  readonly place: string;
  /** The name that says what the value is; empty without any. */
  readonly name: string;
  readonly uri: string;
  /** Keys from the file's root to the schema. */
  readonly pointer: readonly string[];
  /** The schema's `format`. */
  readonly format: string | undefined;
  /** The largest size that its description names. */
  readonly told: number | undefined;
  /** How long, or many, its examples and its lower limit are. */
  readonly seen: number;
}

const none: readonly LimitDraft[] = [];

/**
 * The schema itself, where none of these keywords is written in it, or around it where it is a branch. Of what may only be answered,
 * and of what is combined by `allOf`, no limit is missing.
 */
export function withoutLimit(schema: Schema, keywords: readonly string[]): readonly LimitDraft[] {
  const { tree, role, location } = schema;
  if (role === 'other' || role === 'header' || hasAny(tree, keywords) || hasAny(tree, branches)) return none;
  if (findBoolean(tree, 'readOnly')?.value === true || sentAt(schema) === 'no') return none;
  const around = role === 'branch' ? enclosingSchema(location) : undefined;
  if (around !== undefined && (around.keyword === 'allOf' || hasAny(around.tree, keywords))) return none;
  return [{ key: schema.section.id, schema }];
}

/** What it combines may say it. */
const branches = ['allOf', 'oneOf', 'anyOf', '$ref'];

function hasAny(tree: Schema['tree'], keywords: readonly string[]): boolean {
  return keywords.some((keyword) => findEntry(tree, keyword) !== undefined);
}

/** What is told of a draft; undefined where no request holds it. */
export function limitFact({ key, schema }: LimitDraft, usages: Pick<Usages, 'usage'>): LimitFact | undefined {
  if (!isSent(schema, usages)) return undefined;
  const { section, location, anchor, format } = schema;
  const { text, name } = placeInWords(schema);
  return {
    key,
    span: anchor,
    place: text,
    name,
    uri: section.uri,
    pointer: pointerOf(location),
    format: format?.value,
    told: sizeInText(schema),
    seen: largest(
      0,
      entriesOf(schema.tree).flatMap(({ key, value }) => sizesSeen(key.value, value)),
    ),
  };
}

/** `maximum 10`; of a text only where it speaks of characters, of all else only where it does not. */
function sizeInText({ types, description }: Schema): number | undefined {
  const text = description?.value ?? '';
  if (types.includes('string') !== /\b(?:char(?:acter)?s?|letters?|length|long|bytes?|digits?)\b/i.test(text))
    return undefined;
  return maximumInText([text]);
}

/** The limit that a fix writes: what the description says where the examples fit it, else `usual`, or what the examples need. */
export function limitFor({ told, seen }: Pick<LimitFact, 'told' | 'seen'>, usual: number): number {
  return told !== undefined && told >= seen ? told : Math.max(usual, seen);
}

function sizesSeen(key: string, value: TreeNode | undefined): readonly number[] {
  if (key === 'example' || key === 'default') return [sizeOf(value)];
  if (key === 'examples') return itemsOf(value).map(sizeOf);
  const isLeast = key === 'minLength' || key === 'minItems' || key === 'minProperties';
  return isLeast && value?.kind === 'scalar' && typeof value.value === 'number' ? [value.value] : [];
}

function sizeOf(value: TreeNode | undefined): number {
  if (value?.kind === 'scalar') return typeof value.value === 'string' ? value.value.length : 0;
  return value?.kind === 'list' ? value.items.length : entriesOf(value).length;
}
