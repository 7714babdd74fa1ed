import type { Label } from '#core/openapi/place.ts';
import type { Condition, KeyForm, ObjectName, TextForm, ValueShape } from '#core/openapi/spec/spec.ts';
import type { Located } from '#core/text/span.ts';
import type { MapNode, ScalarNode, TreeNode } from '#core/tree/tree.ts';

/** Where a section says something that the tables do not allow. */
export type Fault =
  | UnknownField
  | UnfitField
  | WrongType
  | StrayReference
  | MissingField
  | WrongValue
  | WrongForm
  | WrongKey
  | TooManyFields
  | TooShort
  | RepeatedItem;

interface FaultBase {
  /** From the root of the file, the key or index of the value itself included. */
  readonly pointer: readonly string[];
}

/** A key of an object that has no such field. */
export interface UnknownField extends FaultBase {
  readonly kind: 'unknown-field';
  readonly object: ObjectName;
  readonly key: Located<string>;
  readonly value: TreeNode | undefined;
  /** The map it stands in; undefined where that is spread over sections. */
  readonly map: MapNode | undefined;
  /** True where further keys are legal, and mean nothing. */
  readonly isLegal: boolean;
}

/** A field that means nothing beside what another field says. */
export interface UnfitField extends FaultBase {
  readonly kind: 'unfit-field';
  readonly object: ObjectName;
  readonly key: Located<string>;
  readonly map: MapNode;
  readonly condition: Condition;
  /** True where it means nothing beside that; else beside that alone it means something. */
  readonly isExcluded: boolean;
}

/** A value of another type, or none at all. */
export interface WrongType extends FaultBase {
  readonly kind: 'wrong-type';
  /** The object whose field it is, or is in; undefined for a section's own value. */
  readonly object: ObjectName | undefined;
  /** The field of that object it is, or is in. */
  readonly field: string;
  readonly value: TreeNode;
  readonly expected: ValueShape;
  /** What is shown: the key of an empty value, the value otherwise. */
  readonly label: Label;
  readonly isRequired: boolean;
  /** True for an item of a list, or an entry of a map that the author names. */
  readonly isWithin: boolean;
}

/** A `$ref` where the specification allows none; it is followed all the same. */
export interface StrayReference extends FaultBase {
  readonly kind: 'stray-reference';
  readonly object: ObjectName | undefined;
  readonly field: string;
  readonly label: Label;
}

/** A field that must be there, or one of several. */
export interface MissingField extends FaultBase {
  readonly kind: 'missing-field';
  readonly object: ObjectName;
  readonly fields: readonly string[];
  readonly map: MapNode;
  readonly label: Label;
  readonly condition: Condition | undefined;
}

/** A text that is none of those there are. */
export interface WrongValue extends FaultBase {
  readonly kind: 'wrong-value';
  readonly object: ObjectName | undefined;
  readonly field: string;
  readonly value: ScalarNode;
  readonly text: string;
  readonly allowed: readonly string[];
}

/** A text that is not written as it must be. */
export interface WrongForm extends FaultBase {
  readonly kind: 'wrong-form';
  readonly object: ObjectName | undefined;
  readonly field: string;
  readonly value: ScalarNode;
  readonly text: string;
  readonly form: TextForm;
}

/** A key that the author chose, and that is not written as it must be. */
export interface WrongKey extends FaultBase {
  readonly kind: 'wrong-key';
  readonly key: Located<string>;
  readonly form: KeyForm;
  /** The object whose entries these are, or whose field they stand in. */
  readonly object: ObjectName | undefined;
  /** That field; empty where they stand in the object itself. */
  readonly field: string;
}

/** Fields that do not stand beside each other. */
export interface TooManyFields extends FaultBase {
  readonly kind: 'too-many-fields';
  readonly object: ObjectName;
  readonly keys: readonly Located<string>[];
  /** The map they stand in. */
  readonly map: MapNode;
}

/** A list that needs an item, or an object that needs an entry, and has none. */
export interface TooShort extends FaultBase {
  readonly kind: 'too-short';
  readonly object: ObjectName | undefined;
  readonly field: string;
  readonly value: TreeNode;
  readonly label: Label;
}

/** A text that stands in a list already, in which none stands twice. */
export interface RepeatedItem extends FaultBase {
  readonly kind: 'repeated-item';
  readonly object: ObjectName | undefined;
  readonly field: string;
  readonly value: ScalarNode;
  readonly text: string;
  /** Where it stands first. */
  readonly first: ScalarNode;
}
