import { pathItemParts } from '#core/openapi/effective/effective.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { entriesOf, findEntry, type PlainValue } from '#core/tree/tree.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { type MendedPath, mendedPath } from '#rules/detectors/openapi/foreign-template.ts';
import {
  type Declared,
  isWhole,
  leftOver,
  type Owner,
  ownerOf,
  type Placeholder,
  placeholdersBehind,
  placeholdersIn,
  unfilled,
} from '#rules/detectors/openapi/path-parameters.ts';
import { pathSite } from '#rules/detectors/openapi/path-site.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { type KnownPathParameter, knownPathParameters } from '#rules/fixes/openapi/known-path-parameters.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const pathParametersMatch = localRule({
  id: 'openapi/path-parameters-match',
  summary: 'Declare exactly the path parameters that stand in the path.',
  why: 'A client cannot fill a placeholder that nobody declares, and a declared parameter without a placeholder is never sent.',
  item: pathTemplates,
  references: [openApi('Path Templating', 'path-templating'), openApi('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A placeholder that no operation declares',
      bad: `openapi: 3.1.0
paths:
  «/orders/{id}»:
    get:
      responses: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    parameters:
      - name: id
        in: path
        required: true
        schema:
          type: string
    get:
      responses: {}
`,
    },
    {
      title: 'Another operation declares it',
      bad: `openapi: 3.1.0
paths:
  /orders/{number}:
    get:
      parameters:
        - name: number
          in: path
          required: true
          description: The number on the invoice.
          schema:
            type: integer
    «delete»:
      summary: Delete an order
`,
      good: `openapi: 3.1.0
paths:
  /orders/{number}:
    get:
      parameters:
        - name: number
          in: path
          required: true
          description: The number on the invoice.
          schema:
            type: integer
    delete:
      summary: Delete an order
      parameters:
        - name: number
          in: path
          required: true
          description: The number on the invoice.
          schema:
            type: integer
`,
    },
    {
      title: 'A parameter under another name',
      bad: `swagger: '2.0'
paths:
  /orders/{orderId}:
    get:
      parameters:
        - name: «id»
          in: path
          required: true
          type: string
`,
      good: `swagger: '2.0'
paths:
  /orders/{orderId}:
    get:
      parameters:
        - name: orderId
          in: path
          required: true
          type: string
`,
    },
    {
      title: 'A path in the notation of another tool',
      bad: `openapi: 3.1.0
paths:
  «/orders/<id>»:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
`,
    },
    {
      title: 'A parameter that is left over',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: status, in: query }
        - { name: «id», in: path, required: true }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: status, in: query }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem, scope) {
    if (pathItem.origin !== 'path') return;
    const shared = ownerOf(pathItem, scope);
    const parts = pathItemParts(pathItem, scope).filter(({ tree }) => tree !== pathItem.tree);
    const isRead = pathItem.reference === undefined || parts.length > 0;
    const all = [shared, ...parts.map((part) => ownerOf(part, scope))];
    const judged = pathItem.operations.filter((operation) => !isPreflight(operation));
    const operations = judged.map((operation) => ownerOf(operation, scope));
    const mended = mendedPath(pathItem.path.value, [shared, ...operations].flatMap(namesOf));
    if (mended !== undefined) yield wrongNotation(pathItem, mended, scope);
    const path = mended?.path ?? pathItem.path.value;
    const placeholders = placeholdersIn(path);
    const named = [...placeholders, ...placeholdersBehind(path)];
    const unshared = all.reduce((left, owner) => unfilled(owner, left), placeholders);
    const isSharedKnown = isRead && all.every(({ isKnown }) => isKnown);
    const lacks = (owner: Owner): readonly Placeholder[] =>
      owner.isKnown && isSharedKnown ? unfilled(owner, unshared) : [];
    const isOnlyPreflight = judged.length === 0 && pathItem.operations.length > 0;
    const isAll = isWhole(pathItem) && !isOnlyPreflight && parts.every(({ operations }) => operations.length === 0);
    const common =
      isAll && !operations.some((owner) => leftOver(owner, named).length > 0)
        ? operations.reduce((left, owner) => alsoIn(lacks(owner), left), placeholders)
        : [];
    const isCommon = new Set(common);
    const known = knownPathParameters(pathItem, scope);
    yield* judge(shared, common, named, known);
    for (const owner of operations) {
      const missing = lacks(owner).filter((one) => !isCommon.has(one));
      yield* judge(owner, missing, named, known);
    }
  },
});

function alsoIn(other: readonly Placeholder[], list: readonly Placeholder[]): readonly Placeholder[] {
  const known = new Set(other);
  return list.filter((one) => known.has(one));
}

function namesOf({ declared }: Owner): readonly string[] {
  return declared.map(({ name }) => name);
}

/** The path is wrong, and not the parameters it means. */
function wrongNotation(pathItem: PathItem, { path, written, name }: MendedPath, scope: Scope): Finding {
  const site = pathSite(pathItem);
  const message = `The path “${pathItem.path.value}” writes the parameter “${name}” as “${written}”, not as “{${name}}”.`;
  const known = scope.find('openapi.path-item', erasedTemplate(path));
  const isTaken = known !== undefined && known.path.value !== pathItem.path.value;
  if (site === undefined || isTaken) return { span: pathItem.anchor, message };
  const { section, pointer } = site;
  const change = { kind: 'rename', uri: section.uri, pointer, name: path } as const;
  return {
    span: pathItem.anchor,
    message,
    fixes: [{ title: `Rename the path to “${path}”`, safety: 'review', changes: [change] }],
  };
}

function titleOf(view: PathItem | Operation): string {
  return view.kind === 'openapi.path-item' ? `The path “${view.path.value}”` : operationTitle(view);
}

/** How the description declares a path parameter of this name. */
type KnownParameter = (name: string) => KnownPathParameter | undefined;

/** One parameter too many and one too few are the same one under two names. */
function* judge(
  owner: Owner,
  missing: readonly Placeholder[],
  placeholders: readonly Placeholder[],
  known: KnownParameter,
): Iterable<Finding> {
  const extra = leftOver(owner, placeholders);
  const [lost] = missing;
  if (lost !== undefined && missing.length === 1 && extra.length === 1) {
    for (const declared of extra) yield misnamed(owner, declared, lost);
    return;
  }
  for (const declared of extra) yield surplus(owner, declared);
  for (const { name } of missing) yield undeclared(owner, name, known(name));
}

function misnamed({ view }: Owner, { name, site }: Declared, lost: Placeholder): Finding {
  const message = `${titleOf(view)} declares the path parameter “${name}”, but its path says “{${lost.written}}”.`;
  return { span: site.anchor, message, fixes: site.kind === 'openapi.reference' ? [] : [renameTo(site, lost.name)] };
}

function surplus({ view }: Owner, { name, site }: Declared): Finding {
  const pointer = pointerOf(site.location);
  const change = { kind: 'remove', uri: site.section.uri, pointer, prune: true } as const;
  const fix = { title: `Remove the parameter “${name}”`, safety: 'review', changes: [change] } as const;
  return {
    span: site.anchor,
    message: `${titleOf(view)} declares the path parameter “${name}”, which is not in its path.`,
    fixes: [fix],
  };
}

function undeclared({ view, isWritable }: Owner, name: string, known: KnownPathParameter | undefined): Finding {
  const title = `Declare “${name}” as ${known === undefined ? 'a string' : known.example}`;
  const fix = { title, safety: 'review', changes: [declare(view, name, known?.value)] } as const;
  return {
    span: view.anchor,
    message: `${titleOf(view)} does not declare its path parameter “${name}”.`,
    fixes: isWritable ? [fix] : [],
  };
}

function renameTo(parameter: Parameter, name: string): Fix {
  const pointer = [...pointerOf(parameter.location), 'name'];
  const change = { kind: 'set', uri: parameter.section.uri, pointer, value: name } as const;
  return { title: `Rename the parameter to “${name}”`, safety: 'review', changes: [change] };
}

function declare(view: PathItem | Operation, name: string, known: PlainValue | undefined): TreeChange {
  const uri = view.section.uri;
  const pointer = [...pointerOf(view.location), 'parameters'];
  const type = view.context.version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
  const value = known === undefined ? { name, in: 'path', required: true, ...type } : valueIn(known, uri);
  if (findEntry(view.tree, 'parameters') !== undefined) return { kind: 'append', uri, pointer, value };
  const before = entriesOf(view.tree).map(({ key }) => key.value);
  const first = view.kind === 'openapi.path-item' ? before : ['requestBody', 'responses'];
  return { kind: 'set', uri, pointer, value: [value], before: first };
}
