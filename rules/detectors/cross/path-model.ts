import { erasedTemplate, segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { PathItem, Schema } from '#core/openapi/model.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { foldedName, toCamelCase, toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { requestSubject, responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';

/** One row that a path names: `/orders/{orderId}` → Order. */
export interface PathRow {
  readonly model: PrismaModel;
  /** The parameter, and the column it is looked up by: the key, or a column of its name. */
  readonly parameter: string;
  readonly field: PrismaField;
}

/**
 * The row that the parameter at the end of a path names. What the path takes and returns has to be the model that is called as the
 * collection; where nothing there has a schema, the names decide alone. Undefined where that is not sure.
 */
export function pathRow(path: string, scope: DatabaseScope): PathRow | undefined {
  const segments = segmentsOf(path);
  const parameter = wholeExpression(segments.at(-1) ?? '')?.names[0]?.value;
  const noun = segments.at(-2);
  if (parameter === undefined || noun === undefined || noun.includes('{')) return undefined;
  const model = modelAt(segments, noun, scope);
  const field = model && isTable(model) ? fieldNamed(parameter, noun, model) : undefined;
  return model && field && { model, parameter, field };
}

/** Each operation of a path asks for the same models, and of several paths for those above it. */
function modelAt(segments: readonly string[], noun: string, scope: DatabaseScope): PrismaModel | undefined {
  const item = scope.find('openapi.path-item', erasedTemplate(`/${segments.join('/')}`));
  return item === undefined
    ? findModelAt(undefined, segments, noun, scope)
    : foundOnce(modelAt, item, () => findModelAt(item, segments, noun, scope));
}

function findModelAt(
  item: PathItem | undefined,
  segments: readonly string[],
  noun: string,
  scope: DatabaseScope,
): PrismaModel | undefined {
  const collection = `/${segments.slice(0, -1).join('/')}`;
  const above = scope.find('openapi.path-item', erasedTemplate(collection));
  const schemas = [item, above].flatMap((each) => subjectsAt(each, scope));
  if (schemas.length === 0) return modelNamed(noun, scope);
  for (const schema of schemas) {
    const model = scope.modelFor(schema, collection);
    if (model !== undefined && isCalled(model, noun)) return model;
  }
  return undefined;
}

/** What the operations of a path take, return and list, as far as it is known to be an object. */
function subjectsAt(item: PathItem | undefined, scope: DatabaseScope): readonly Schema[] {
  return (item?.operations ?? [])
    .flatMap((operation) => [
      ...responseSubjects(operation, scope),
      listedItems(operation, scope),
      requestSubject(operation, scope),
    ])
    .flatMap((schema) => (schema !== undefined && propertiesOf(schema, scope).length > 0 ? [schema] : []));
}

/** `WorkflowRun` is called `workflow-runs`, and `runs` below a workflow. */
function isCalled({ name }: PrismaModel, noun: string): boolean {
  const model = singularName(name.value);
  const called = singularName(noun);
  return model === called || (model.endsWith(called) && wordsOf(name.value).map(singularOf).includes(called));
}

function singularName(name: string): string {
  const words = [...wordsOf(name)];
  const last = words.pop() ?? '';
  return [...words, singularOf(last)].join('');
}

function modelNamed(noun: string, scope: DatabaseScope): PrismaModel | undefined {
  const words = [...wordsOf(noun)];
  const last = words.pop() ?? '';
  const names = [singularOf(last), pluralOf(singularOf(last))].map((end) => [...words, end].join('_'));
  for (const name of names.flatMap((each) => [toPascalCase(each), toSnakeCase(each), toCamelCase(each)])) {
    const model = scope.find('prisma.model', name, '');
    if (model !== undefined) return model;
  }
  return undefined;
}

/** `{id}`, `{orderId}` and `{order}` are the key of an Order, `{slug}` and `{orderSlug}` its column `slug`. */
function fieldNamed(parameter: string, noun: string, model: PrismaModel): PrismaField | undefined {
  const name = foldedName(parameter);
  const short = singularOf(wordsOf(noun).at(-1) ?? '');
  const prefixes = [singularName(noun), singularName(model.name.value), short];
  const prefix = prefixes.find((each) => name.startsWith(each)) ?? '';
  const rest = name.slice(prefix.length);
  const key = primaryKeyOf(model)?.fields ?? [];
  const only = key.length === 1 ? fieldOf(model, key[0]?.value ?? '') : undefined;
  if (rest === '' || rest === 'id') return fieldFor(model, prefix === '' ? name : 'id') ?? only;
  return fieldFor(model, name) ?? fieldFor(model, rest);
}
