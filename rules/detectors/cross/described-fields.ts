import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { componentObjects, operationObjects } from '#rules/detectors/cross/described-objects.ts';

/** A property of an object that describes a model, and the field it stands for. */
export interface DescribedField {
  readonly object: Schema;
  readonly model: PrismaModel;
  readonly property: OwnedProperty;
  readonly field: PrismaField;
}

/**
 * The properties that stand for fields, of a component and of the objects it writes in place, or of those an operation writes in place.
 * What an object takes over from another component is looked at there.
 */
export function describedFields(node: Schema | Operation, scope: DatabaseScope): readonly DescribedField[] {
  return foundOnce(describedFields, node, () => readFields(node, scope));
}

function readFields(node: Schema | Operation, scope: DatabaseScope): readonly DescribedField[] {
  if (node.kind === 'openapi.schema' && node.role !== 'component') return none;
  const objects = node.kind === 'openapi.operation' ? operationObjects(node, scope) : componentObjects(node, scope);
  return objects.flatMap(({ schema: object, path }) => {
    const match = scope.mappingFor(object, path);
    if (match === undefined) return none;
    const { model } = match;
    return propertiesOf(object, scope).flatMap((property): readonly DescribedField[] => {
      if (property.owner !== object && property.owner.role === 'component') return none;
      const field = match.fieldFor(property);
      return field === undefined ? none : [{ object, model, property, field }];
    });
  });
}

const none: readonly DescribedField[] = [];

/** `NewUser.email`: by the component where there is one, else by the model. */
export function describedName({ object, model, property }: DescribedField): string {
  const holder = object.role === 'component' ? object.name?.value : undefined;
  return `${holder ?? model.name.value}.${property.name.value}`;
}

/** `User.email`, as the schema calls it. */
export function columnName({ model, field }: Pick<DescribedField, 'model' | 'field'>): string {
  return `${model.name.value}.${field.name.value}`;
}
