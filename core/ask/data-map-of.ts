import type {
  SchemaName,
  ToldDataMap,
  ToldName,
  ToldPair,
  ToldPath,
  ToldPlace,
  ToldSchema,
} from '#core/ask/data-map.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type { Operation, PathItem, Schema, SchemaProperty } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { DatabaseMap } from '#core/project/mapping/database-map.ts';
import { databaseMapOf } from '#core/project/mapping/database-map-of.ts';
import type { ModelMatch } from '#core/project/mapping/match.ts';
import { operationSubjects } from '#core/project/mapping/operation-subjects.ts';
import { PathMap } from '#core/project/mapping/path-map.ts';
import { schemaFor } from '#core/project/nearest-schema.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { descriptionScope } from '#core/project/scopes.ts';
import { visitSection } from '#core/project/visit-section.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Scope } from '#core/rule.ts';
import type { SectionBase } from '#core/text/section.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** The map of a description; undefined where it is compared with no schema. In steps. */
export function* dataMapOf(
  description: Description,
  workspace: Workspace,
  settings: ReviewSettings,
): Steps<ToldDataMap | undefined> {
  const schema = schemaFor(description.context.rootUri, workspace, settings);
  if (schema === undefined || schema.isInConflict || description.isInConflict) return undefined;
  const around = { isConfiguredAlike: () => true, isUsedElsewhere: () => false };
  const scope = descriptionScope(description, settings.unread, around);
  const teller = new MapTeller(databaseMapOf(description, schema, workspace, settings, scope), scope, workspace);
  const pace = new Pace();
  for (const member of description.sectionsToReview()) {
    visitSection(description, member, (node) => {
      if (node.kind === 'openapi.schema' && node.role === 'component') teller.component(node);
      if (node.kind === 'openapi.path-item' && node.origin === 'path') teller.path(node);
      if (node.kind === 'openapi.operation' && node.origin === 'path') teller.operation(node);
    });
    if (pace.isDue(cost.looked * 10)) yield;
  }
  return teller.told(description.context.rootUri, schema);
}

/** So far is followed what stands within what. */
const deepest = 3;

/** Collects what is told of a description. */
class MapTeller {
  readonly #map: DatabaseMap;
  readonly #paths: PathMap;
  readonly #scope: Scope;
  readonly #documents: Workspace['documents'];
  readonly #starts = new Map<SectionBase, number>();
  /** By the trees of the schemas: one that is met twice is told once. */
  readonly #pairs = new Map<TreeNode, ToldPair>();
  readonly #schemas = new Map<TreeNode, ToldSchema>();
  readonly #told: ToldPath[] = [];

  constructor(map: DatabaseMap, scope: Scope, { documents }: Workspace) {
    this.#map = map;
    this.#scope = scope;
    this.#paths = new PathMap(map, scope);
    this.#documents = documents;
  }

  component(schema: Schema): void {
    if (this.#pairs.has(schema.tree)) return;
    const name = this.#schemaName(schema.name?.value ?? '', schema, true);
    this.#add(name, schema, undefined);
    if (this.#pairs.has(schema.tree)) return;
    const properties = ifUnderstood(() => propertiesOf(schema, this.#scope)) ?? [];
    const doubt = properties.length === 0 ? undefined : ifUnderstood(() => this.#map.doubtOf(schema));
    if (doubt !== undefined) this.#schemas.set(schema.tree, { ...name, doubt });
  }

  path(item: PathItem): void {
    const match = ifUnderstood(() => this.#paths.modelOfPath(item.path.value));
    if (match === undefined) return;
    const { model, score, reasons, keys } = match;
    this.#told.push({
      path: this.#named(item.path.value, item.section, item.anchor),
      model: this.#named(blockId(model), model.section, model.name.span),
      score,
      reasons,
      keys: keys.map(({ parameter, model: owner, field, column }) => ({
        parameter,
        field: this.#named(`${blockId(owner)}.${field.name.value}`, field.section, field.name.span),
        column: column?.name.value,
      })),
    });
  }

  /** What its bodies are about: schemas that are written in place and components that are called otherwise. */
  operation(operation: Operation): void {
    for (const schema of ifUnderstood(() => operationSubjects(operation, this.#scope)) ?? []) {
      if (this.#pairs.has(schema.tree)) continue;
      const isComponent = schema.role === 'component' && schema.name !== undefined;
      const called = isComponent ? (schema.name?.value ?? '') : `${writtenMethod(operation)} ${operation.path}`;
      this.#add(this.#schemaName(called, schema, isComponent), schema, operation.path);
    }
  }

  told(rootUri: string, schema: PrismaSchema): ToldDataMap {
    const pairs = [...this.#pairs.values()];
    const described = new Set(pairs.map(({ model }) => model.name));
    const models = schema.all('prisma.model').filter((model) => !described.has(blockId(model)));
    return {
      rootUri,
      pairs,
      schemas: [...this.#schemas].flatMap(([tree, told]) => (this.#pairs.has(tree) ? [] : [told])),
      models: models.map((model) => this.#named(blockId(model), model.section, model.name.span)),
      paths: this.#told,
    };
  }

  #add(name: SchemaName, schema: Schema, path: string | undefined): void {
    const match = ifUnderstood(() => this.#map.mappingFor(schema, path));
    if (match === undefined) return;
    this.#pairs.set(schema.tree, this.#pair(name, match));
    this.#addWithin(name.name, match, 0);
  }

  /** What stands where a relation is: written in place, or a component that is called otherwise. */
  #addWithin(above: string, match: ModelMatch, depth: number): void {
    if (depth > deepest) return;
    for (const { property } of match.fields) {
      const value = ifUnderstood(() => this.#scope.resolve(property.schema));
      const schema = (value && ifUnderstood(() => this.#scope.resolve(value.items))) ?? value;
      if (schema === undefined || this.#pairs.has(schema.tree)) continue;
      const inner = ifUnderstood(() => this.#map.mappingWithin(match, property));
      if (inner === undefined) continue;
      const isComponent = schema.role === 'component' && schema.name !== undefined;
      const name = isComponent ? (schema.name?.value ?? '') : `${above}.${property.name.value}`;
      this.#pairs.set(schema.tree, this.#pair(this.#schemaName(name, schema, isComponent), inner));
      this.#addWithin(name, inner, depth + 1);
    }
  }

  #pair(schema: SchemaName, { model, score, reasons, fields, unmatched }: ModelMatch): ToldPair {
    const taken = new Set(fields.map(({ field }) => field));
    const names = this.#map.fieldNames(model);
    const columns = model.fields.filter((field) => !taken.has(field) && !names.isRelation(field));
    return {
      schema,
      model: this.#named(blockId(model), model.section, model.name.span),
      score,
      reasons,
      fields: fields.map(({ property, path, field, reason }) => ({
        property: {
          ...this.#property(path.join('.'), property),
          pointer: pointerOf(property.schema.location),
          isReference: property.schema.kind === 'openapi.reference',
        },
        field: this.#named(field.name.value, field.section, field.name.span),
        reason,
      })),
      properties: unmatched.map((property) => this.#property(property.name.value, property)),
      columns: columns.map(({ name, section }) => this.#named(name.value, section, name.span)),
    };
  }

  #schemaName(name: string, { section, anchor, location }: Schema, isComponent: boolean): SchemaName {
    return { ...this.#named(name, section, anchor), pointer: pointerOf(location), isComponent };
  }

  #property(name: string, { name: { span }, schema: { section } }: SchemaProperty): ToldName {
    return this.#named(name, section, span);
  }

  #named(name: string, section: SectionBase, span: Span): ToldName {
    return { name, place: this.#place(section, span) };
  }

  #place(section: SectionBase, span: Span): ToldPlace {
    return { uri: section.uri, span: shiftSpan(span, this.#startOf(section)) };
  }

  #startOf(section: SectionBase): number {
    const known = this.#starts.get(section);
    if (known !== undefined) return known;
    const document = this.#documents.get(section.uri);
    for (const [index, each] of document?.sections.entries() ?? [])
      this.#starts.set(each, document?.starts[index] ?? 0);
    return this.#starts.get(section) ?? 0;
  }
}
