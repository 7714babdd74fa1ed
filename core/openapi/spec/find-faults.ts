import type { OpenApiVersion } from '#core/openapi/model.ts';
import { type Label, type Place, tellingPart } from '#core/openapi/place.ts';
import type { Fault } from '#core/openapi/spec/fault.ts';
import { fieldFaults, isUnfit, unfitField } from '#core/openapi/spec/field-faults.ts';
import { type KnownField, type KnownObject, knownObjects } from '#core/openapi/spec/known-objects.ts';
import { isOwnDialect } from '#core/openapi/spec/own-dialect.ts';
import { text } from '#core/openapi/spec/shapes.ts';
import type { KeyForm, ListShape, ObjectName, ObjectShape, ValueShape } from '#core/openapi/spec/spec.ts';
import { hasKeyForm } from '#core/openapi/spec/text-forms.ts';
import {
  chosen,
  isOfType,
  repeatedItems,
  strayReference,
  tooShort,
  valueFault,
} from '#core/openapi/spec/value-fault.ts';
import {
  findString,
  hasDollarKey,
  type ListNode,
  type MapNode,
  type TreeEntry,
  type TreeNode,
} from '#core/tree/tree.ts';

/** What is known of a value from outside. */
interface Site {
  /** The map it stands in, where it is known. */
  readonly above: ValueShape | undefined;
  /** True where a reference leads to it. */
  readonly isTarget: boolean;
}

/** Compares values with the tables. Data, extensions and what `$ref`s stand for are not entered. */
export class FaultFinder {
  readonly faults: Fault[] = [];
  readonly #version: OpenApiVersion;
  readonly #objects: ReadonlyMap<ObjectName, KnownObject>;
  readonly #isKnownDialect: boolean;
  /** From the root of the file to the value that is looked at. */
  readonly #path: string[] = [];
  /** What an alias names is looked at once. */
  readonly #seen: Set<TreeNode> | undefined;

  /** `mayRepeat`: values may be reached twice, by aliases. `isKnownDialect`: schemas that name no dialect are in that of the version. */
  constructor(version: OpenApiVersion, mayRepeat: boolean, isKnownDialect: boolean) {
    this.#version = version;
    this.#objects = knownObjects(version);
    this.#seen = mayRepeat ? new Set() : undefined;
    this.#isKnownDialect = isKnownDialect;
  }

  /** Looks at the value at a pointer, and all below it. Whether a target of a reference is of the right kind is asked where it is referred to. */
  find(
    pointer: readonly string[],
    { tree, label }: Pick<Place, 'tree' | 'label'>,
    shape: ValueShape,
    site: Site,
  ): void {
    if (site.isTarget && !isOfType(tree, shape)) return;
    this.#path.splice(0, this.#path.length, ...pointer);
    const { above } = site;
    const holder = above?.kind === 'object' ? this.#objects.get(above.of) : undefined;
    this.#findIn(tree, shape, label, holder?.fields.get(pointer.at(-1) ?? ''));
  }

  /** Looks at a key whose map, of this shape, is spread over sections; `pointer` is that of its value. */
  findInKey(pointer: readonly string[], shape: ValueShape, entry: TreeEntry): void {
    this.#path.splice(0, this.#path.length, ...pointer);
    if (shape.kind === 'map') this.#findInMapKey(entry, shape.keys, undefined, pointer.at(-2) ?? '');
    const known = shape.kind === 'object' ? this.#objects.get(shape.of) : undefined;
    if (known === undefined || known.fields.has(entry.key.value)) return;
    if (entry.key.value === '$ref') this.#add(strayReference(entry.key, undefined, pointer));
    else this.#findInOtherKey(entry, known, undefined);
  }

  #findIn(value: TreeNode, shape: ValueShape, label: Label, field: KnownField | undefined): void {
    const one = shape.kind === 'either' ? chosen(shape.of, value) : shape;
    if (one.kind === 'any') return;
    if (value.kind === 'map' && !mayRefer(one) && isReference(value))
      this.#add(strayReference(label, field, this.#path));
    else if (one.kind === 'object' && value.kind === 'map') this.#findInObject(value, one, label);
    else if (one.kind === 'map' && value.kind === 'map') this.#findInMap(value, one.of, one.keys, field);
    else if (one.kind === 'list' && value.kind === 'list') this.#findInList(value, one, label, field);
    else this.#add(valueFault(value, shape, one, label, field, this.#path));
  }

  #findInList(list: ListNode, { of, least = 0, isSet }: ListShape, label: Label, field: KnownField | undefined): void {
    if (!this.#isNew(list)) return;
    if (list.items.length < least) this.#add(tooShort(list, label, field, this.#path));
    if (isSet && list.items.length > 1) for (const fault of repeatedItems(list, field, this.#path)) this.#add(fault);
    for (let index = 0; index < list.items.length; index++) {
      const item = list.items[index];
      if (item === undefined) continue;
      this.#path.push(String(index));
      this.#findIn(item, of, tellingPart(item), field);
      this.#path.pop();
    }
  }

  #findInMap(map: MapNode, shape: ValueShape, keys: KeyForm | undefined, field: KnownField | undefined): void {
    if (!this.#isNew(map)) return;
    for (const entry of map.entries) {
      // What is no map there is an extension, as people understand it.
      if (entry.key.value.startsWith('x-') && entry.value?.kind !== 'map') continue;
      this.#path.push(entry.key.value);
      this.#findInMapKey(entry, keys, field?.object, field?.name ?? '');
      if (entry.value !== undefined) this.#findIn(entry.value, shape, entry.key, field);
      this.#path.pop();
    }
  }

  #findInObject(map: MapNode, shape: ObjectShape, label: Label): void {
    const known = this.#objects.get(shape.of);
    if (known === undefined || !this.#isNew(map) || this.#isElsewhere(map, known)) return;
    for (const entry of map.entries) {
      this.#path.push(entry.key.value);
      const field = known.fields.get(entry.key.value);
      if (field === undefined) this.#findInOtherKey(entry, known, map);
      else if (isUnfit(field, known, map)) this.#add(unfitField(field, known, map, entry, this.#path));
      else if (entry.value !== undefined) this.#findIn(entry.value, field.spec.value, entry.key, field);
      this.#path.pop();
    }
    for (const fault of fieldFaults(known, map, label, this.#path, this.#version)) this.#add(fault);
  }

  /** A key that is no field: one the author chose, an extension, or none that is known. */
  #findInOtherKey(entry: TreeEntry, { name, spec }: KnownObject, map: MapNode | undefined): void {
    const { key, value } = entry;
    if (key.value === '$ref') {
      this.#add(value && valueFault(value, text, text, key, undefined, this.#path));
      return;
    }
    if (key.value.startsWith('x-') && spec.isExtensible) return;
    if (spec.entries === undefined) {
      const isLegal = spec.isOpen === true;
      this.#add({ kind: 'unknown-field', pointer: [...this.#path], object: name, key, value, map, isLegal });
      return;
    }
    this.#findInMapKey(entry, spec.entries.keys, name, '');
    if (value !== undefined && map !== undefined) this.#findIn(value, spec.entries.value, entry.key, undefined);
  }

  #findInMapKey({ key }: TreeEntry, form: KeyForm | undefined, object: ObjectName | undefined, field: string): void {
    if (form === undefined || hasKeyForm(key.value, form)) return;
    this.#add({ kind: 'wrong-key', pointer: [...this.#path], key, form, object, field });
  }

  /** True where a `$ref` stands for the object, or another dialect says what may stand there. */
  #isElsewhere(map: MapNode, { name, hasReference }: KnownObject): boolean {
    if (name !== 'schema') return !hasReference && isReference(map);
    // Hardly a schema has a key like these.
    if (!hasDollarKey(map)) return !this.#isKnownDialect;
    if (!hasReference && findString(map, '$ref') !== undefined) return true;
    const dialect = findString(map, '$schema')?.value;
    return dialect === undefined ? !this.#isKnownDialect : !isOwnDialect(dialect);
  }

  #isNew(value: TreeNode): boolean {
    if (this.#seen?.has(value)) return false;
    this.#seen?.add(value);
    return true;
  }

  #add(fault: Fault | undefined): void {
    if (fault !== undefined) this.faults.push(fault);
  }
}

/** Objects with a `$ref` of their own, and one of names that authors choose. */
const elsewhere: ReadonlySet<ObjectName> = new Set(['path-item', 'schema', 'scopes']);

/** True where a `$ref` may stand, as a name too, or where it is told of as a field. */
function mayRefer(shape: ValueShape): boolean {
  if (shape.kind === 'map') return shape.of.kind === 'text' || shape.of.kind === 'any';
  return shape.kind === 'object' && (shape.orReference === true || elsewhere.has(shape.of));
}

function isReference(map: MapNode): boolean {
  return hasDollarKey(map) && findString(map, '$ref') !== undefined;
}
