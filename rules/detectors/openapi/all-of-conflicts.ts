import { combinedSchemas, ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { type Demand, demandOf, meet } from '#rules/detectors/openapi/schema-demand.ts';

type Resolving = Pick<Scope, 'resolve'>;

/** What two schemas that `allOf` puts together demand of a value, or of one of its properties, and nothing meets. */
export interface Conflict {
  /** `must be a string and an object at once`. */
  readonly fault: string;
  /** The later of the two, and the property in it; the whole schema without one. */
  readonly owner: Schema;
  readonly property: Located<string> | undefined;
}

/** One of the schemas that `allOf` puts together, with all that it includes itself. */
type Member = readonly Schema[];

/** The conflicts between what a schema says itself and what the items of its `allOf` say; those within an item are the item's own. */
export function allOfConflicts(schema: Schema, scope: Resolving): readonly Conflict[] {
  if (schema.allOf.length === 0) return none;
  const items = schema.allOf.map((item) => combinedSchemas(item, scope));
  // What is written beside the `allOf` comes last: it says what is special.
  const members = [...items, [schema]];
  const whole = wholeConflict(members);
  return whole === undefined ? propertyConflicts(members, scope) : [whole];
}

const none: readonly Conflict[] = [];

function wholeConflict(members: readonly Member[]): Conflict | undefined {
  let all: Demand | undefined;
  for (const member of members) {
    const [owner] = member;
    const own = demandOfMember(member.map(demandOf));
    const both = all === undefined || own === undefined ? (all ?? own) : meet(all, own);
    if (typeof both !== 'string') all = both;
    else if (owner !== undefined) return { fault: both, owner, property: undefined };
  }
  return undefined;
}

/** Undefined where they contradict each other already. */
function demandOfMember(demands: readonly Demand[]): Demand | undefined {
  let all: Demand | undefined;
  for (const demand of demands) {
    const both = all === undefined ? demand : meet(all, demand);
    if (typeof both === 'string') return undefined;
    all = both;
  }
  return all;
}

interface Written {
  readonly owner: Schema;
  readonly name: Located<string>;
  readonly schema: Schema['properties'][number]['schema'];
  /** The member it belongs to. */
  readonly member: number;
}

function propertyConflicts(members: readonly Member[], scope: Resolving): readonly Conflict[] {
  const byName = new Map<string, Written[]>();
  for (const [member, schemas] of members.entries()) {
    for (const owner of schemas) {
      for (const { name, schema } of ownProperties(owner, scope)) {
        const written = { owner, name, schema, member };
        const known = byName.get(name.value);
        if (known === undefined) byName.set(name.value, [written]);
        else known.push(written);
      }
    }
  }
  return [...byName.values()].flatMap((written) => conflictAt(written, scope) ?? []);
}

function conflictAt(written: readonly Written[], scope: Resolving): Conflict | undefined {
  if (written.length < 2) return undefined;
  let all: { readonly demand: Demand; readonly member: number } | undefined;
  for (const { owner, name, schema, member } of written) {
    const resolved = scope.resolve(schema);
    const demand = resolved && demandOf(resolved);
    if (demand === undefined) continue;
    const both = all === undefined ? demand : meet(all.demand, demand);
    if (typeof both !== 'string') all = { demand: both, member };
    else return all?.member === member ? undefined : { fault: both, owner, property: name };
  }
  return undefined;
}
