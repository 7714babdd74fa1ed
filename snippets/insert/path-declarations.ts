import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { Parameter, PathItem } from '#core/openapi/model.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import type { OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import { pathParameter } from '#snippets/path-parameter.ts';

/** The declaration of a path parameter: as the path item under the cursor has it, else a new one. */
export function declarationOf(name: string, target: OpenApiTarget): PlainValue {
  return knownParameter(name, target) ?? pathParameter(name);
}

/** The declarations an operation needs because its path item does not hold them. */
export function undeclaredParameters(pathItem: PathItem, target: OpenApiTarget): readonly PlainValue[] {
  const declared = pathItem.parameters.map((parameter) => target.description.resolve(parameter)?.name?.value);
  return templateNames(pathItem.path.value)
    .filter(({ value }) => !declared.includes(value))
    .map(({ value }) => declarationOf(value, target));
}

/** A parameter of this name as the path item under the cursor declares it. */
function knownParameter(name: string, { cursor: { pathItem }, description }: OpenApiTarget): PlainValue | undefined {
  const declared = [...(pathItem?.parameters ?? []), ...(pathItem?.operations ?? []).flatMap((one) => one.parameters)];
  const found = declared
    .map((parameter): Parameter | undefined => description.resolve(parameter))
    .find((parameter) => parameter?.name?.value === name && parameter.in?.value === 'path');
  // One with references of its own would have to be written anew for another file.
  const value = found && toPlainValue(found.tree);
  return value !== undefined && !JSON.stringify(value).includes('$ref') ? value : undefined;
}
