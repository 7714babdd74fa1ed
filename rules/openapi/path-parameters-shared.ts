import type { Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { entriesOf, toPlainValue } from '#core/tree/tree.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { openApi } from '#rules/sources.ts';

export const pathParametersShared = localRule({
  id: 'openapi/path-parameters-shared',
  summary: 'Declare what all operations of a path take once, at the path.',
  why: 'What is written in each operation is changed in all but one of them; at the path it stands once.',
  item: pathTemplates,
  references: [openApi('Path Item Object', 'path-item-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'The id is declared twice',
      bad: `openapi: 3.1.0
paths:
  «/orders/{id}»:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204': { description: Nothing. }
    delete:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204': { description: Gone. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      responses:
        '204': { description: Nothing. }
    delete:
      responses:
        '204': { description: Gone. }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(item, scope) {
    const { operations, origin, anchor, path } = item;
    if (origin !== 'path' || operations.length < 2 || item.reference !== undefined) return;
    const [first, ...others] = operations.map((operation) => pathParametersOf(operation, scope));
    const shared = (first ?? []).filter(({ key }) => others.every((list) => list.some((one) => one.key === key)));
    if (shared.length === 0) return;
    const names = quotedList(shared.map(({ name }) => name));
    yield {
      span: anchor,
      message: `All ${operations.length} operations of “${path.value}” declare ${names} alike. Declare ${shared.length === 1 ? 'it' : 'them'} once, at the path.`,
      fixes: moveUp(item, shared, operations, scope),
      cause: repeated,
    };
  },
});

const repeated: Cause = {
  key: 'repeated',
  message: (count) => `${count} paths repeat their parameters in each operation. Declare them once, at the path.`,
};

interface Declared {
  readonly parameter: OrReference<Parameter>;
  readonly name: string;
  /** The same for those that are written alike. */
  readonly key: string;
}

function pathParametersOf({ parameters }: Operation, scope: Pick<Scope, 'resolve'>): readonly Declared[] {
  return parameters.flatMap((parameter) => {
    const resolved = scope.resolve<Parameter>(parameter);
    const name = resolved?.name?.value;
    if (resolved?.in?.value !== 'path' || name === undefined) return [];
    return { parameter, name, key: JSON.stringify(toPlainValue(parameter.tree)) };
  });
}

function moveUp(
  item: PathItem,
  shared: readonly Declared[],
  operations: readonly Operation[],
  scope: Pick<Scope, 'resolve'>,
): readonly Fix[] {
  const { uri } = item.section;
  const keys = new Set(shared.map(({ key }) => key));
  const all = operations.flatMap((operation) => pathParametersOf(operation, scope)).filter(({ key }) => keys.has(key));
  if (item.parametersReference !== undefined) return [];
  if (!all.every(({ parameter }) => parameter.section.uri === uri && isWrittenInPlace(parameter))) return [];
  const pointer = [...pointerOf(item.location), 'parameters'];
  const values = shared.map(({ parameter }) => toPlainValue(parameter.tree));
  const before = entriesOf(item.tree).map(({ key }) => key.value);
  const added: readonly TreeChange[] =
    item.parameters.length > 0
      ? values.map((value) => ({ kind: 'append', uri, pointer, value }))
      : [{ kind: 'set', uri, pointer, value: values, before }];
  const removed = all.map(
    ({ parameter }): TreeChange => ({ kind: 'remove', uri, pointer: pointerOf(parameter.location), prune: true }),
  );
  const [first, ...rest] = [...added, ...removed];
  const title = `Declare ${quotedList(shared.map(({ name }) => name))} once at “${item.path.value}”`;
  return first === undefined ? [] : [{ title, safety: 'review', changes: [first, ...rest] }];
}
