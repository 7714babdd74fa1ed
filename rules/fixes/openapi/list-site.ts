import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { DescriptionContext, Operation, Response, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry, findValue, type PlainValue } from '#core/tree/tree.ts';
import type { ListBody } from '#rules/detectors/openapi/collection.ts';
import { areaOf, nounOf } from '#rules/detectors/openapi/paging-style.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { type ParametersSite, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** A list and the places where paging is written, as plain data. */
export interface ListSite {
  readonly title: string;
  readonly area: readonly string[];
  readonly noun: string;
  readonly context: DescriptionContext;
  readonly isBare: boolean;
  /** False where YAML aliases stand in the way: it is changed where the anchor is, by hand. */
  readonly isChangeable: boolean;
  readonly parameters: ParametersSite;
  /** The names of the parameters it has. */
  readonly taken: readonly string[];
  readonly headers: HeadersSite;
  /** The object around the items; undefined for a bare array. */
  readonly page: PageSite | undefined;
  /** Where the bare array is written in place of which an object may stand; undefined where examples show the array. */
  readonly body: BodySite | undefined;
  /** Names of properties of the page and its items, which tell their casing. */
  readonly names: readonly string[];
}

export interface PageSite {
  readonly uri: string;
  /** Keys from the file's root to the schema. */
  readonly pointer: readonly string[];
  readonly names: readonly string[];
  /** False where it lists no required properties. */
  readonly hasRequired: boolean;
}

export interface BodySite {
  readonly uri: string;
  readonly pointer: readonly string[];
  /** The schema of the array, portable. */
  readonly array: PlainValue;
}

export function listSite(operation: Operation, list: ListBody, response: Response, scope: Scope): ListSite {
  const { holder, envelope } = list;
  const pageNames = envelope === undefined ? [] : namesOf(propertiesOf(envelope, scope));
  return {
    title: operationTitle(operation),
    area: areaOf(operation),
    noun: nounOf(operation.path),
    context: operation.context,
    isBare: envelope === undefined,
    isChangeable: isChangeable(operation, response, holder),
    parameters: parametersSite(operation),
    taken: effectiveParameters(operation, scope).flatMap(({ name }) => name?.value ?? []),
    headers: headersSite(response),
    page: holder && pageSite(holder, pageNames),
    body: envelope === undefined ? bodySite(response) : undefined,
    names: [...pageNames, ...namesOf(propertiesOf(list.items, scope))],
  };
}

function isChangeable(operation: Operation, response: Response, holder: Schema | undefined): boolean {
  if (operation.parametersReference ?? response.headersReference ?? holder?.propertiesReference) return false;
  const hasAlias = findEntry(operation.tree, 'parameters') !== undefined && !isWrittenInPlace(operation, 'parameters');
  return !hasAlias && [operation, response, ...(holder ? [holder] : [])].every((view) => isWrittenInPlace(view));
}

function pageSite({ section, location, tree }: Schema, names: readonly string[]): PageSite {
  const hasRequired = findValue(tree, 'required')?.kind === 'list';
  return { uri: section.uri, pointer: pointerOf(location), names, hasRequired };
}

/** Only a body of one schema, without examples, that no other response shares is rewritten. */
function bodySite(response: Response): BodySite | undefined {
  const [schema, ...others] = response.content.flatMap((media) => (media.schema === undefined ? [] : [media.schema]));
  if (schema === undefined || response.content.some(({ hasExample }) => hasExample)) return undefined;
  const pointer = pointerOf(schema.location);
  const isShared = ['components', 'responses'].includes(pointer[0] ?? '');
  if (isShared || others.some(({ tree }) => tree !== schema.tree)) return undefined;
  return { uri: schema.section.uri, pointer, array: portableValue(schema) };
}

function namesOf(properties: readonly { readonly name: { readonly value: string } }[]): readonly string[] {
  return properties.map(({ name }) => name.value);
}
