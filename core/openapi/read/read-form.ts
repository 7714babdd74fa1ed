import type { DescriptionContext, OpenApiNode, SchemaProperty } from '#core/openapi/model.ts';
import { itemPlaces, type Place } from '#core/openapi/place.ts';
import { SchemaView } from '#core/openapi/read/read-schema.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Located } from '#core/text/span.ts';
import { findBoolean, findString } from '#core/tree/tree.ts';

/** 2.0: the `in: formData` parameters of a list, references aside. */
export function formParameters(list: Place): readonly Place[] {
  return itemPlaces(list).filter(({ tree }) => findString(tree, 'in')?.value === 'formData');
}

/** 2.0: one of them, read as a schema. */
class FormFieldView extends SchemaView {
  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'parameter', this.context.version);
  }
}

/** 2.0: form parameters read as an object schema with one property each. Its tree is the list of parameters. */
export class FormSchemaView extends SchemaView {
  private readonly fields: readonly SchemaProperty[];

  constructor(list: Place, context: DescriptionContext, parameters: readonly Place[]) {
    super(list, context, 'media-type', undefined);
    this.fields = parameters.flatMap((place) => {
      const name = findString(place.tree, 'name');
      return name ? { name, schema: new FormFieldView(place, context, 'property', name) } : [];
    });
  }

  override get types(): readonly string[] {
    return ['object'];
  }

  override get required(): readonly Located<string>[] {
    const isRequired = ({ schema }: SchemaProperty) => findBoolean(schema.tree, 'required')?.value === true;
    return this.fields.filter(isRequired).map(({ name }) => name);
  }

  override get properties(): readonly SchemaProperty[] {
    return this.fields;
  }

  override get children(): readonly OpenApiNode[] {
    return this.fields.flatMap(({ schema }) => (schema.kind === 'openapi.schema' ? schema : []));
  }
}
