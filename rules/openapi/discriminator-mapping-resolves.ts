import type { Schema } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { nearestNames } from '#core/text/nearest-name.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import {
  branchNames,
  branchTargets,
  branchTrees,
  type MappedSchema,
  mappedSchema,
  mappedSchemas,
} from '#rules/detectors/openapi/mapped-schemas.ts';
import { openApi } from '#rules/sources.ts';

export const discriminatorMappingResolves = localRule({
  id: 'openapi/discriminator-mapping-resolves',
  summary: 'Let a discriminator map to schemas that are there, and among its branches.',
  why: 'A value that maps to nothing, or to a schema that is none of the branches, cannot be told apart: generated clients fail when they read it.',
  item: validity,
  references: [openApi('Discriminator Object', 'discriminator-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A misspelt name',
      bad: `openapi: 3.1.0
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Lizard'
      discriminator:
        propertyName: kind
        mapping:
          cat: '#/components/schemas/Cat'
          lizard: «'#/components/schemas/Lizzard'»
    Cat: { type: object }
    Lizard: { type: object }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Lizard'
      discriminator:
        propertyName: kind
        mapping:
          cat: '#/components/schemas/Cat'
          lizard: '#/components/schemas/Lizard'
    Cat: { type: object }
    Lizard: { type: object }
`,
    },
    {
      title: 'A schema that is none of the branches',
      bad: `openapi: 3.0.3
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
      discriminator:
        propertyName: kind
        mapping: { cat: Cat, dog: «Dog» }
    Cat: { type: object }
    Dog: { type: object }
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator:
        propertyName: kind
        mapping: { cat: Cat, dog: Dog }
    Cat: { type: object }
    Dog: { type: object }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['discriminator'],
  *check(schema, scope) {
    const mapping = mappedSchemas(schema);
    if (mapping.length === 0) return;
    const targets = branchTargets(schema);
    const known: Branches = {
      schema,
      names: new Set(branchNames(schema)),
      byName: new Map(targets.map((target) => [targetName(target), target])),
      targetNames: targets.map(targetName),
      trees: branchTrees([...schema.oneOf, ...schema.anyOf], scope),
    };
    for (const mapped of mapping) {
      const found = judge(mapped, known, scope);
      if (found !== undefined) yield found;
    }
  },
});

interface Branches {
  readonly schema: Schema;
  /** All that a branch may be called by. */
  readonly names: ReadonlySet<string>;
  /** The references of the branches by the names of what they lead to, and those names. */
  readonly byName: ReadonlyMap<string, string>;
  readonly targetNames: readonly string[];
  /** Undefined where it is not known what the branches are. */
  readonly trees: ReadonlySet<TreeNode> | undefined;
}

function judge(mapped: MappedSchema, branches: Branches, scope: Scope): Finding | undefined {
  const { target, place, isName } = mapped;
  const { schema, names, trees } = branches;
  const { span } = target;
  if (isName && names.has(target.value)) return undefined;
  const value = `“${place.name.value}” maps to “${target.value}”`;
  if (isLost(mapped, scope))
    return { span, message: `${value}, which is not there.`, fixes: optional(nearestFix(mapped, branches, scope)) };
  const found = trees === undefined || trees.size === 0 ? undefined : mappedSchema(mapped, scope);
  if (found === undefined || trees?.has(found.tree)) return undefined;
  const keyword = schema.oneOf.length > 0 ? 'oneOf' : 'anyOf';
  const fixes = optional(addBranch(mapped, schema, keyword, scope));
  return { span, message: `${value}, which is none of its ${keyword}.`, fixes };
}

/** True for a reference that leads nowhere for certain, and for a name that no component has. */
function isLost({ target, reference, isName }: MappedSchema, scope: Scope): boolean {
  if (isName && isComponent(target.value, scope)) return false;
  const outcome = scope.outcome(reference);
  if (!isName) return outcome === 'missing-pointer' || outcome === 'missing-file';
  return !/\.\w+$/.test(target.value) && outcome !== 'found' && scope.isUnderstood();
}

/** Also true for a component that leads nowhere itself. */
function isComponent(name: string, scope: Scope): boolean {
  return scope.find('openapi.schema', name) !== undefined || hasName(scope.names('openapi.schema'), name);
}

/** Looks only at those that stand next to it. */
function hasName(names: readonly string[], name: string): boolean {
  return nearNames(name, names).includes(name);
}

/** The branch, or else the component, with the name most like it, written as this one is. */
function nearestFix({ target, place, isName }: MappedSchema, branches: Branches, scope: Scope): Fix | undefined {
  const wanted = targetName(target.value);
  const names = scope.names('openapi.schema');
  const ofBranches = nearestNames(wanted, nearNames(wanted, branches.targetNames));
  const nearest = ofBranches.length > 0 ? ofBranches : nearestNames(wanted, nearNames(wanted, names));
  const name = nearest.length === 1 ? nearest[0] : undefined;
  if (name === undefined || name === wanted) return undefined;
  const value = isName ? name : (branches.byName.get(name) ?? ownComponent(name, place.location.section, scope));
  if (value === undefined || (isName && !hasName(names, name))) return undefined;
  const change = { kind: 'set', uri: place.location.section.uri, pointer: pointerOf(place.location), value } as const;
  return { title: `Map “${place.name.value}” to “${value}”`, safety: 'review', changes: [change] };
}

function addBranch(
  { target, isName }: MappedSchema,
  schema: Schema,
  keyword: 'oneOf' | 'anyOf',
  scope: Scope,
): Fix | undefined {
  const { section, location } = schema;
  const isComponentName = isName && scope.find('openapi.schema', target.value) !== undefined;
  const $ref = isComponentName ? ownComponent(target.value, section, scope) : target.value;
  if ($ref === undefined) return undefined;
  const pointer = [...pointerOf(location), keyword];
  const change = { kind: 'append', uri: section.uri, pointer, value: { $ref } } as const;
  return { title: `Add “${target.value}” to ${keyword}`, safety: 'review', changes: [change] };
}

/** A reference to a component from the root file itself. */
function ownComponent(name: string, { uri }: TreeSection, scope: Scope): string | undefined {
  const [document] = scope.roots('openapi.document');
  return document?.context.rootUri === uri ? `#${formatPointer(['components', 'schemas', name])}` : undefined;
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
