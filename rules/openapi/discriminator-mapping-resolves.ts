import type { OrReference, Schema } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { nearestName } from '#core/text/nearest-name.ts';
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
  *check(schema, scope) {
    const mapping = mappedSchemas(schema);
    if (mapping.length === 0) return;
    const known = {
      schema,
      names: new Set(branchNames(schema)),
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
  readonly names: ReadonlySet<string>;
  readonly trees: ReadonlySet<TreeNode> | undefined;
}

function judge(mapped: MappedSchema, { schema, names, trees }: Branches, scope: Scope): Finding | undefined {
  const { target, place, isName } = mapped;
  const { span } = target;
  if (isName && names.has(target.value)) return undefined;
  const value = `“${place.name.value}” maps to “${target.value}”`;
  if (isLost(mapped, scope)) {
    return { span, message: `${value}, which is not there.`, fixes: nearestFix(mapped, schema, scope) };
  }
  const found = trees === undefined || trees.size === 0 ? undefined : mappedSchema(mapped, scope);
  if (found === undefined || trees?.has(found.tree)) return undefined;
  const keyword = schema.oneOf.length > 0 ? 'oneOf' : 'anyOf';
  return {
    span,
    message: `${value}, which is none of its ${keyword}.`,
    fixes: [addBranch(mapped, schema, keyword, scope)],
  };
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
  return scope.find('openapi.schema', name) !== undefined || scope.names('openapi.schema').includes(name);
}

/** The branch, or else the component, with the name most like it, written as this one is. */
function nearestFix({ target, place, isName }: MappedSchema, schema: Schema, scope: Scope): readonly Fix[] {
  const wanted = isName ? target.value : targetName(target.value);
  const branches = branchTargets(schema);
  const names = scope.names('openapi.schema');
  const name = nearestName(wanted, branches.map(targetName)) ?? nearestName(wanted, nearNames(wanted, names));
  if (name === undefined || name === wanted) return [];
  const [document] = scope.roots('openapi.document');
  const written = branches.find((branch) => targetName(branch) === name);
  const isLocal = document?.context.rootUri === place.location.section.uri;
  const value = isName
    ? name
    : (written ?? (isLocal ? `#${formatPointer(['components', 'schemas', name])}` : undefined));
  if (value === undefined || (isName && !names.includes(name))) return [];
  const change = { kind: 'set', uri: place.location.section.uri, pointer: pointerOf(place.location), value } as const;
  return [{ title: `Map “${place.name.value}” to “${value}”`, safety: 'review', changes: [change] }];
}

function addBranch({ target, isName }: MappedSchema, schema: Schema, keyword: 'oneOf' | 'anyOf', scope: Scope): Fix {
  const { uri } = schema.section;
  const named = isName ? scope.find('openapi.schema', target.value) : undefined;
  const $ref = named === undefined ? target.value : referenceTo(target.value, schema[keyword]);
  const change = { kind: 'append', uri, pointer: [...pointerOf(schema.location), keyword], value: { $ref } } as const;
  return { title: `Add “${target.value}” to ${keyword}`, safety: 'review', changes: [change] };
}

/** As the other branches are written. */
function referenceTo(name: string, branches: readonly OrReference<Schema>[]): string {
  const [beside] = branches.flatMap((branch) => (branch.kind === 'openapi.reference' ? [branch.target] : []));
  const step = formatPointer([name]);
  return beside === undefined ? `#/components/schemas${step}` : beside.replace(/\/[^/]*$/, () => step);
}
