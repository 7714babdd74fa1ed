import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, ResponseEntry } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findEntry, findNode, findValue } from '#core/tree/tree.ts';
import { groupOf } from '#rules/detectors/openapi/error-uses.ts';
import { componentOf, findComponent } from '#snippets/component-references.ts';
import type { ChangePlan } from '#snippets/insert/change-plan.ts';
import type { OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import type { ValuePlace } from '#snippets/insert/relative-reference.ts';
import type { OperationChange, Values } from '#snippets/pattern.ts';

/** Plans a change of an operation that is there; nothing where it does not apply, or is made already. */
export function changeOperation(plan: ChangePlan, operation: Operation, change: OperationChange): void {
  if (!change.methods.includes(operation.method)) return;
  for (const [key, value] of Object.entries(change.fields ?? {})) {
    if (findEntry(operation.tree, key) !== undefined) continue;
    plan.set(inside(operation, key), value, { before: ['parameters', 'requestBody', 'responses'] });
  }
  addParameters(plan, operation, change.parameters ?? []);
  renameMediaType(plan, operation, change);
  const renamed = renameStatus(plan, operation, change);
  addResponses(plan, operation, change.responses ?? {}, renamed);
  for (const entry of operation.responses) {
    if (entry.status.value.startsWith('2')) addHeaders(plan, operation, entry, change.successHeaders ?? {}, renamed);
  }
}

/** A value within an operation. */
function inside(operation: Operation, ...steps: readonly string[]): ValuePlace {
  return { uri: operation.section.uri, pointer: [...pointerOf(operation.location), ...steps] };
}

function addParameters(plan: ChangePlan, operation: Operation, parameters: readonly Values[]): void {
  const present = effectiveParameters(operation, plan.target.description);
  const missing = parameters.filter((parameter) => {
    const { name = '', in: place = '' } = parameterOf(parameter, plan.target);
    return !present.some(
      (other) => other.in?.value === place && other.name?.value.toLowerCase() === String(name).toLowerCase(),
    );
  });
  if (missing.length === 0) return;
  const pointer = inside(operation, 'parameters');
  if (findValue(operation.tree, 'parameters')?.kind === 'list') {
    for (const parameter of missing) plan.append(pointer, parameter);
  } else plan.set(pointer, missing, { before: ['requestBody', 'responses'] });
}

/** The parameter itself, where it is given as a reference to a shared one. */
function parameterOf(parameter: Values, { habits }: OpenApiTarget): Values {
  const { $ref: reference } = parameter;
  const own = typeof reference === 'string' ? habits.ownParameters.get(reference) : undefined;
  if (own !== undefined) return { name: own.name, in: 'header' };
  const component = typeof reference === 'string' ? componentOf(reference) : undefined;
  const value = component && findComponent(component);
  return value !== undefined && isMap(value) ? value : parameter;
}

function renameMediaType(plan: ChangePlan, operation: Operation, { renamedMediaType }: OperationChange): void {
  if (renamedMediaType === undefined) return;
  const [from, to] = renamedMediaType;
  const content = findNode(operation.tree, ['requestBody', 'content']);
  if (findEntry(content, from) === undefined || findEntry(content, to) !== undefined) return;
  plan.rename(inside(operation, 'requestBody', 'content', from), to);
}

/** The old and the new status, where there is something to rename. */
function renameStatus(
  plan: ChangePlan,
  operation: Operation,
  { renamedStatus }: OperationChange,
): readonly [from: string, to: string] | undefined {
  if (renamedStatus === undefined) return undefined;
  const [from, to] = renamedStatus;
  const statuses = operation.responses.map(({ status }) => status.value);
  if (!statuses.includes(from) || statuses.includes(to)) return undefined;
  plan.rename(inside(operation, 'responses', from), to);
  return renamedStatus;
}

function addResponses(
  plan: ChangePlan,
  operation: Operation,
  responses: Values,
  renamed: readonly [from: string, to: string] | undefined,
): void {
  const present = operation.responses.map(({ status }) => status.value);
  const place = { uri: operation.section.uri, path: operation.path, group: groupOf(operation) };
  for (const [status, response] of Object.entries(responses)) {
    if (present.includes(status) || renamed?.[1] === status) continue;
    const later = present.filter((other) => other > status).sort();
    plan.set(inside(operation, 'responses', status), plan.response(response, status, place), { before: later });
  }
}

/** Adds headers to a response written in place; one that is a reference is shared, and stays. */
function addHeaders(
  plan: ChangePlan,
  operation: Operation,
  { status, response }: ResponseEntry,
  headers: Values,
  renamed: readonly [from: string, to: string] | undefined,
): void {
  if (response.kind === 'openapi.reference') return;
  const [from, to] = renamed ?? [];
  const base = inside(operation, 'responses', status.value === from && to !== undefined ? to : status.value);
  const present = response.headers.map(({ name }) => name.value.toLowerCase());
  const missing = Object.entries(headers).filter(([name]) => !present.includes(name.toLowerCase()));
  if (missing.length === 0) return;
  const pointer = [...base.pointer, 'headers'];
  if (findValue(response.tree, 'headers')?.kind === 'map') {
    for (const [name, header] of missing) plan.set({ uri: base.uri, pointer: [...pointer, name] }, header);
  } else plan.set({ uri: base.uri, pointer }, Object.fromEntries(missing), { before: ['content', 'links'] });
}
