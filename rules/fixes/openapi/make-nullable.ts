import type { OrReference, Schema } from '#core/openapi/model.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Change, Fix, Scope, Survey } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { alternatives } from '#rules/fixes/openapi/null-beside.ts';

/** How null becomes a value of a schema, as data: changes, or a `$ref` beside which null is to be an alternative. */
export type NullableSite =
  | { readonly kind: 'written'; readonly changes: readonly [TreeChange, ...TreeChange[]] }
  | {
      readonly kind: 'reference';
      readonly uri: string;
      readonly pointer: readonly string[];
      readonly target: string;
      readonly rootUri: string;
    };

/**
 * Where null is to become a value of a property, in the spelling of its version: `x-nullable` in 2.0, `nullable` in 3.0, one of the
 * types or an alternative from 3.1 on. Undefined where that cannot be said there.
 */
export function nullableSite(
  schema: OrReference<Schema>,
  owner: Schema,
  scope: Pick<Scope, 'resolve'>,
): NullableSite | undefined {
  const { version, rootUri } = owner.context;
  const isOld = version === '2.0' || version === '3.0';
  if (schema.kind === 'openapi.reference')
    return isOld ? besideOldReference(schema, version, scope) : besideReference(schema, rootUri);
  if (!isWrittenInPlace(schema, 'type') || findEntry(schema.tree, 'const') !== undefined) return undefined;
  const uri = schema.section.uri;
  const pointer = pointerOf(schema.location);
  const type = soleType(schema);
  if (type === undefined) return undefined;
  const said: TreeChange = isOld
    ? {
        kind: 'set',
        uri,
        pointer: [...pointer, version === '2.0' ? 'x-nullable' : 'nullable'],
        value: true,
        after: ['format', 'type'],
      }
    : { kind: 'set', uri, pointer: [...pointer, 'type'], value: [type, 'null'] };
  const isListed = findValue(schema.tree, 'enum')?.kind === 'list' && version !== '2.0';
  const listed: TreeChange = { kind: 'append', uri, pointer: [...pointer, 'enum'], value: null };
  return { kind: 'written', changes: isListed ? [said, listed] : [said] };
}

/** Before 3.1 nothing counts beside a `$ref`, and null only beside a type. */
function besideOldReference(
  reference: Reference<'openapi.schema'>,
  version: '2.0' | '3.0',
  scope: Pick<Scope, 'resolve'>,
): NullableSite | undefined {
  const target = scope.resolve<Schema>(reference);
  const type = target && soleType(target);
  if (type === undefined || version === '2.0' || reference.isDynamic) return undefined;
  const uri = reference.section.uri;
  const above = pointerOf(reference.location);
  const pointer = [...above, '$ref'];
  return {
    kind: 'written',
    changes: [
      { kind: 'set', uri, pointer, value: [{ $ref: reference.target }] },
      { kind: 'rename', uri, pointer, name: 'allOf' },
      { kind: 'set', uri, pointer: [...above, 'type'], value: type, ifAbsent: true },
      { kind: 'set', uri, pointer: [...above, 'nullable'], value: true },
    ],
  };
}

function besideReference(reference: Reference, rootUri: string): NullableSite | undefined {
  if (reference.isDynamic) return undefined;
  const { section, location, target } = reference;
  return { kind: 'reference', uri: section.uri, pointer: [...pointerOf(location), '$ref'], target, rootUri };
}

/** What makes null a value there: of a reference an alternative, as it is written elsewhere. */
export function makeNullable(site: NullableSite): Fix['changes'] {
  if (site.kind === 'written') return site.changes;
  const { uri, pointer, target, rootUri } = site;
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const name = mostUsed(survey.gathered(alternatives).map(({ value }) => value)) ?? 'anyOf';
    return [
      { kind: 'set', uri, pointer, value: [{ $ref: target }, { type: 'null' }] },
      { kind: 'rename', uri, pointer, name },
    ];
  };
  return { rootUri, make };
}
