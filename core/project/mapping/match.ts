import type { SchemaProperty } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';

/** A property and the field it stands for. */
export interface FieldMatch {
  readonly property: SchemaProperty;
  /** The names that lead to it from the schema: `id`, or `metadata` and `id` where it is nested. */
  readonly path: readonly string[];
  readonly field: PrismaField;
  /** Why, as continues “because …”: `the names are the same`. */
  readonly reason: string;
}

/** The model an OpenAPI schema describes. */
export interface ModelMatch {
  readonly model: PrismaModel;
  /** How sure that is: above the least that counts, up to 1, which somebody wrote. */
  readonly score: number;
  /** Why, the strongest first; each continues “because …”. */
  readonly reasons: readonly string[];
  /** The properties that stand for fields, nested ones too, in the order they are written. */
  readonly fields: readonly FieldMatch[];
  /** The properties that stand for none. */
  readonly unmatched: readonly SchemaProperty[];
  /** The field a property of the schema stands for: one of `propertiesOf`, or of an object in it. */
  fieldFor(property: Pick<SchemaProperty, 'name' | 'schema'>): PrismaField | undefined;
}

/** What a parameter of a path picks rows by. */
export interface PathKey {
  /** The bare name of the parameter. */
  readonly parameter: string;
  /** The model one of whose rows it names, and the field that tells it: `User.id` of `{userId}`, `Post.slug` of `{slug}`. */
  readonly model: PrismaModel;
  readonly field: PrismaField;
  /** True where no two rows have the same value of the field. */
  readonly isUnique: boolean;
  /** The field of the path's own model that has the value: `Order.userId` of `/users/{userId}/orders`; that of the last item is `field`. */
  readonly column: PrismaField | undefined;
}

/** The model whose rows a path names. */
export interface PathMatch {
  readonly model: PrismaModel;
  /** `one`: an item or a singleton; `many`: a collection. */
  readonly names: 'one' | 'many';
  readonly score: number;
  readonly reasons: readonly string[];
  /** The parameters whose field is known, in the order of the path. */
  readonly keys: readonly PathKey[];
}
