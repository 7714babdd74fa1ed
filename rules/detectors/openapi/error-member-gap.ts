import { pointerOf } from '#core/openapi/view.ts';
import type { Finding, InSection, Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { ErrorSchemaUse } from '#rules/detectors/openapi/error-schema-uses.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** A shared schema of errors that lacks a member, as one of the operations has it that answer it. */
export interface MemberGap extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  /** The operation. */
  readonly title: string;
  /** Adds the member; undefined where the properties stand elsewhere. */
  readonly change: TreeChange | undefined;
}

/** A member of errors that is asked for. */
export interface WantedMember {
  readonly name: string;
  /** Its schema. */
  readonly value: PlainValue;
  /** `answers`: the operation, and how many more have the schema. */
  readonly messageOf: (schema: string, answers: string) => string;
  readonly fixTitle: (schema: string) => string;
}

export function memberGap({ id: key, schema, name }: ErrorSchemaUse, title: string, member: WantedMember): MemberGap {
  const { section, anchor: span, location, properties } = schema;
  const isThere = properties.some((property) => property.name.value === member.name);
  const pointer = [...pointerOf(location), 'properties', member.name];
  const change =
    properties.length > 0 && !isThere && isWrittenInPlace(schema, 'properties')
      ? ({ kind: 'set', uri: section.uri, pointer, value: member.value, ifAbsent: true } as const)
      : undefined;
  return { key, section, span, name, title, change };
}

/** Of one schema, at the schema. */
export function* memberFindings(
  facts: readonly InSection<MemberGap>[],
  { messageOf, fixTitle }: WantedMember,
): Iterable<InSection<Finding>> {
  const [first] = facts;
  if (first === undefined) return;
  const { section, span, name, title, change } = first.value;
  const answers = facts.length === 1 ? title : `${title} and ${facts.length - 1} more`;
  const fix = change && ({ title: fixTitle(name), safety: 'review', changes: [change] } as const);
  yield { section, value: { span, message: messageOf(name, answers), ...(fix && { fixes: [fix] }) } };
}
