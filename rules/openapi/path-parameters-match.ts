import type { Operation, Parameter, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { pathTemplates } from '#rules/checklist.ts';
import {
  allNamesIn,
  type Declared,
  isWhole,
  leftOver,
  namesIn,
  type Owner,
  ownerOf,
} from '#rules/detectors/path-parameters.ts';
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
    // Beside a `$ref` stands only a part of the path item.
    if (pathItem.origin !== 'path' || findEntry(pathItem.tree, '$ref') !== undefined) return;
    const { value: path } = pathItem.path;
    const names = namesIn(path);
    const allNames = allNamesIn(path);
    const shared = ownerOf(pathItem, scope);
    const operations = pathItem.operations.map((operation) => ownerOf(operation, scope));
    const unshared = names.filter((name) => !shared.declared.some((one) => one.name === name));
    const lacks = ({ declared, isKnown }: Owner): readonly string[] =>
      isKnown && shared.isKnown ? unshared.filter((name) => !declared.some((one) => one.name === name)) : [];
    const common =
      isWhole(pathItem) && !operations.some((owner) => leftOver(owner, allNames).length > 0)
        ? names.filter((name) => operations.every((owner) => lacks(owner).includes(name)))
        : [];
    yield* judge(shared, common, allNames);
    for (const owner of operations) {
      const missing = lacks(owner).filter((name) => !common.includes(name));
      yield* judge(owner, missing, allNames);
    }
  },
});

function titleOf(view: PathItem | Operation): string {
  return view.kind === 'openapi.path-item' ? `The path “${view.path.value}”` : operationTitle(view);
}

/** One parameter too many and one too few are the same one under two names. */
function* judge(owner: Owner, missing: readonly string[], allNames: readonly string[]): Iterable<Finding> {
  const extra = leftOver(owner, allNames);
  const [lost] = missing;
  if (lost !== undefined && missing.length === 1 && extra.length === 1) {
    for (const declared of extra) yield misnamed(owner, declared, lost);
    return;
  }
  for (const declared of extra) yield surplus(owner, declared);
  for (const name of missing) yield undeclared(owner, name);
}

function misnamed({ view }: Owner, { name, site }: Declared, lost: string): Finding {
  const message = `${titleOf(view)} declares the path parameter “${name}”, but its path says “{${lost}}”.`;
  return { span: site.anchor, message, fixes: site.kind === 'openapi.reference' ? [] : [renameTo(site, lost)] };
}

function surplus({ view }: Owner, { name, site }: Declared): Finding {
  const change = { kind: 'remove', uri: site.section.uri, pointer: pointerOf(site.location) } as const;
  const fix = { title: `Remove the parameter “${name}”`, safety: 'review', changes: [change] } as const;
  return {
    span: site.anchor,
    message: `${titleOf(view)} declares the path parameter “${name}”, which is not in its path.`,
    fixes: [fix],
  };
}

function undeclared({ view }: Owner, name: string): Finding {
  const fix = { title: `Declare “${name}” as a string`, safety: 'review', changes: [declare(view, name)] } as const;
  return {
    span: view.anchor,
    message: `${titleOf(view)} does not declare its path parameter “${name}”.`,
    fixes: [fix],
  };
}

function renameTo(parameter: Parameter, name: string): Fix {
  const pointer = [...pointerOf(parameter.location), 'name'];
  const change = { kind: 'set', uri: parameter.section.uri, pointer, value: name } as const;
  return { title: `Rename the parameter to “${name}”`, safety: 'review', changes: [change] };
}

function declare(view: PathItem | Operation, name: string): TreeChange {
  const uri = view.section.uri;
  const pointer = [...pointerOf(view.location), 'parameters'];
  const type = view.context.version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
  const value = { name, in: 'path', required: true, ...type };
  if (findEntry(view.tree, 'parameters') !== undefined) return { kind: 'append', uri, pointer, value };
  const before = entriesOf(view.tree).map(({ key }) => key.value);
  const first = view.kind === 'openapi.path-item' ? before : ['requestBody', 'responses'];
  return { kind: 'set', uri, pointer, value: [value], before: first };
}
