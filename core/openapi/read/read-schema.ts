import type {
  DescriptionContext,
  OpenApiNode,
  OrReference,
  Schema,
  SchemaProperty,
  SchemaRole,
} from '#core/openapi/model.ts';
import { childPlace, entryPlaces, itemPlaces, type NamedPlace, type Place } from '#core/openapi/place.ts';
import { containerReference } from '#core/openapi/read/container-reference.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { readDynamicReference, readReference } from '#core/openapi/read/read-reference.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import { hasTellingSibling, partKeywords } from '#core/openapi/read/schema-keywords.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import { childLocation, type Reference } from '#core/openapi/view.ts';
import type { Located } from '#core/text/span.ts';
import {
  entriesOf,
  findBoolean,
  findString,
  findValue,
  type ScalarNode,
  type TreeEntry,
  type TreeNode,
} from '#core/tree/tree.ts';

type SchemaOrReference = OrReference<Schema>;

/** The schema or `$ref` at a place; undefined for anything but a map and the booleans of 3.1. */
export function readSchema(
  place: Place,
  context: DescriptionContext,
  role: SchemaRole,
  name?: Located<string>,
): SchemaOrReference | undefined {
  if (place.tree.kind !== 'map') return isBoolean(place.tree) ? new SchemaView(place, context, role, name) : undefined;
  const isLater = allowsSiblings(context);
  const reference = readReference(place, 'openapi.schema') ?? (isLater ? readDynamicReference(place) : undefined);
  const own = reference?.isDynamic ? '$dynamicRef' : '$ref';
  if (reference && !(isLater && hasTellingSibling(place.tree, own))) return reference;
  return new SchemaView(place, context, role, name);
}

/** The schema under a key of an object that has one. */
export function readSchemaUnder(
  parent: Place,
  key: string,
  context: DescriptionContext,
  role: SchemaRole,
): SchemaOrReference | undefined {
  const place = childPlace(parent, key);
  return place && readSchema(place, context, role);
}

/** A schema read from a map. Its parts are read all at once, when the first of them is asked for. */
export class SchemaView extends ReadView implements Schema {
  readonly kind = 'openapi.schema';
  readonly context: DescriptionContext;
  readonly role: SchemaRole;
  readonly name: Located<string> | undefined;
  private partsRead: SchemaParts | undefined;
  private typesRead: readonly string[] | undefined;

  constructor(place: Place, context: DescriptionContext, role: SchemaRole, name: Located<string> | undefined) {
    super(place);
    this.context = context;
    this.role = role;
    this.name = name;
    this.partsRead = undefined;
    this.typesRead = undefined;
  }

  get types(): readonly string[] {
    this.ask('type');
    this.typesRead ??= readTypes(this.tree);
    return this.typesRead;
  }

  get format(): Located<string> | undefined {
    this.ask('format');
    return findString(this.tree, 'format');
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }

  get required(): readonly Located<string>[] {
    this.ask('required');
    return locatedStrings(findValue(this.tree, 'required'));
  }

  get enum(): readonly ScalarNode[] | undefined {
    this.ask('enum');
    const listed = findValue(this.tree, 'enum');
    if (findString(listed, '$ref') !== undefined) return listedElsewhere;
    if (listed?.kind === 'list') return listed.items.filter((item) => item.kind === 'scalar');
    const constant = findValue(this.tree, 'const');
    return constant?.kind === 'scalar' ? [constant] : undefined;
  }

  get readOnly(): boolean {
    this.ask('readOnly');
    return findBoolean(this.tree, 'readOnly')?.value ?? false;
  }

  get writeOnly(): boolean {
    this.ask('writeOnly');
    return findBoolean(this.tree, 'writeOnly')?.value ?? false;
  }

  get deprecated(): boolean {
    this.ask('deprecated');
    return findBoolean(this.tree, 'deprecated')?.value ?? false;
  }

  get properties(): readonly SchemaProperty[] {
    this.ask('properties');
    return this.parts.properties;
  }

  get propertiesReference(): Reference<'openapi.part'> | undefined {
    this.ask('propertiesReference');
    return this.parts.propertiesReference;
  }

  get items(): SchemaOrReference | undefined {
    this.ask('items');
    return this.parts.items;
  }

  get allOf(): readonly SchemaOrReference[] {
    this.ask('allOf');
    return this.parts.allOf;
  }

  get oneOf(): readonly SchemaOrReference[] {
    this.ask('oneOf');
    return this.parts.oneOf;
  }

  get anyOf(): readonly SchemaOrReference[] {
    this.ask('anyOf');
    return this.parts.anyOf;
  }

  get additionalProperties(): boolean | SchemaOrReference | undefined {
    this.ask('additionalProperties');
    return this.parts.additionalProperties;
  }

  /** In 2.0 parameters and headers are read as schemas. */
  protected override get misread(): ReadonlySet<string> {
    const { version } = this.context;
    const isOwn = version !== '2.0' || (this.role !== 'parameter' && this.role !== 'header');
    return misreadFields(this.tree, isOwn ? 'schema' : this.role, version);
  }

  override get children(): readonly OpenApiNode[] {
    return this.parts.children;
  }

  private get parts(): SchemaParts {
    this.partsRead ??= readParts(this);
    return this.partsRead;
  }
}

const listedElsewhere: readonly ScalarNode[] = [];

/** The schemas of a list that a `$ref` leads to, as one that includes them all; undefined where there is no list. */
export function readSchemaList(place: Place, context: DescriptionContext): Schema | undefined {
  return place.tree.kind === 'list' ? new SchemaListView(place, context, 'branch', undefined) : undefined;
}

class SchemaListView extends SchemaView {
  private schemasRead: readonly SchemaOrReference[] | undefined;

  override get allOf(): readonly SchemaOrReference[] {
    this.schemasRead ??= itemPlaces(this).flatMap((item) => readSchema(item, this.context, 'branch') ?? []);
    return this.schemasRead;
  }

  override get children(): readonly OpenApiNode[] {
    return this.allOf;
  }
}

/** True for the `$ref` in place of a list of schemas. */
export function standsForList({ location, to }: Reference): boolean {
  return to === 'openapi.schema' && location.parent !== undefined && partKeywords.get(location.key)?.shape === 'list';
}

interface SchemaParts {
  properties: readonly SchemaProperty[];
  propertiesReference: Reference<'openapi.part'> | undefined;
  items: SchemaOrReference | undefined;
  allOf: readonly SchemaOrReference[];
  oneOf: readonly SchemaOrReference[];
  anyOf: readonly SchemaOrReference[];
  additionalProperties: boolean | SchemaOrReference | undefined;
  readonly children: OpenApiNode[];
}

const noParts: SchemaParts = {
  properties: [],
  propertiesReference: undefined,
  items: undefined,
  allOf: [],
  oneOf: [],
  anyOf: [],
  additionalProperties: undefined,
  children: [],
};

function readParts(schema: SchemaView): SchemaParts {
  let parts: SchemaParts | undefined;
  // Up to 3.0 nothing may stand beside a `$ref`: what has one was read as a reference.
  const own = allowsSiblings(schema.context) ? readReferences(schema, schema.context) : [];
  if (own.length > 0) parts = { ...noParts, allOf: own, children: [...own] };
  for (const entry of entriesOf(schema.tree)) {
    const keyword = partKeywords.get(entry.key.value);
    if (keyword === undefined || entry.value === undefined) continue;
    parts ??= { ...noParts, children: [] };
    readPart(schema, parts, entry, entry.value);
  }
  return parts ?? noParts;
}

function readPart(schema: SchemaView, parts: SchemaParts, entry: TreeEntry, value: TreeNode): void {
  const keyword = entry.key.value;
  const place: NamedPlace = {
    location: childLocation(schema.location, keyword),
    tree: value,
    label: entry.key,
    name: entry.key,
  };
  const found = readKeyword(schema, place, keyword);
  for (const { schema: child } of found) parts.children.push(child);
  const schemas = found.map((property) => property.schema);
  if (keyword === 'properties') {
    parts.properties = found;
    parts.propertiesReference = containerReference(schema, 'properties');
    if (parts.propertiesReference) parts.children.push(parts.propertiesReference);
  } else if (keyword === 'allOf') parts.allOf = [...parts.allOf, ...schemas];
  else if (keyword === 'oneOf') parts.oneOf = schemas;
  else if (keyword === 'anyOf') parts.anyOf = schemas;
  else if (keyword === 'items') parts.items = schemas[0];
  else if (keyword === 'additionalProperties') parts.additionalProperties = isBoolean(value) ? value.value : schemas[0];
}

/** The schemas below one keyword. A boolean `additionalProperties` is no part: it is its own answer. */
function readKeyword(schema: SchemaView, place: NamedPlace, keyword: string): readonly SchemaProperty[] {
  const { shape, role } = partKeywords.get(keyword) ?? { shape: 'one', role: 'other' };
  if (shape === 'one' && isBoolean(place.tree)) return [];
  const found: SchemaProperty[] = [];
  if (shape === 'map') {
    for (const entry of entryPlaces(place)) {
      const read = readSchema(entry, schema.context, role, entry.name);
      if (read !== undefined) found.push({ name: entry.name, schema: read });
    }
    return found;
  }
  // Where a `$ref` stands in place of the list, what it leads to stands for all of them.
  const isList = place.tree.kind === 'list' || (shape === 'list' && findString(place.tree, '$ref') === undefined);
  const places = isList ? itemPlaces(place) : [place];
  for (const item of places) {
    const read = readSchema(item, schema.context, role);
    if (read !== undefined) found.push({ name: place.name, schema: read });
  }
  return found;
}

/** The `$ref` of a schema, and from 3.1 on its `$dynamicRef`; both count where both are written. */
function readReferences(place: Place, context: DescriptionContext): readonly Reference<'openapi.schema'>[] {
  const reference = readReference(place, 'openapi.schema');
  const dynamic = allowsSiblings(context) ? readDynamicReference(place) : undefined;
  return [...(reference ? [reference] : []), ...(dynamic ? [dynamic] : [])];
}

function isBoolean(node: TreeNode): node is ScalarNode & { readonly value: boolean } {
  return node.kind === 'scalar' && typeof node.value === 'boolean';
}

function readTypes(tree: TreeNode): readonly string[] {
  const type = findValue(tree, 'type');
  const named = type?.kind === 'list' ? locatedStrings(type).map(({ value }) => value) : typeName(type);
  const isNullable = findBoolean(tree, 'nullable')?.value ?? findBoolean(tree, 'x-nullable')?.value ?? false;
  return isNullable && !named.includes('null') ? [...named, 'null'] : named;
}

function typeName(node: TreeNode | undefined): readonly string[] {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [];
}

function allowsSiblings({ version }: DescriptionContext): boolean {
  return version === '3.1' || version === '3.2';
}
