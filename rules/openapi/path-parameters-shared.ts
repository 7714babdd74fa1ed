import type { Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
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
    const lists = operations.map(candidatesOf);
    const [first, ...others] = lists;
    const common = (first ?? []).filter(({ key }) => others.every((list) => list.some((one) => one.key === key)));
    const shared = common.flatMap(({ parameter, key }) => {
      const resolved = scope.resolve<Parameter>(parameter);
      const name = resolved?.in?.value === 'path' ? resolved.name?.value : undefined;
      return name === undefined ? [] : { name, key, parameter };
    });
    if (shared.length === 0) return;
    const names = quotedList(shared.map(({ name }) => name));
    yield {
      span: anchor,
      message: `All ${operations.length} operations of “${path.value}” declare ${names} alike. Declare ${shared.length === 1 ? 'it' : 'them'} once, at the path.`,
      fixes: moveUp(item, shared, lists.flat()),
      cause: repeated,
    };
  },
});

const repeated: Cause = {
  key: 'repeated',
  message: (count) => `${count} paths repeat their parameters in each operation. Declare them once, at the path.`,
};

interface Candidate {
  readonly parameter: OrReference<Parameter>;
  /** The same for those that are written alike. */
  readonly key: string;
}

interface Declared extends Candidate {
  readonly name: string;
}

/** The written ones and the `$ref`s; what these lead to is looked at where all operations have them. */
function candidatesOf({ parameters }: Operation): readonly Candidate[] {
  return parameters.flatMap((parameter) => {
    if (parameter.kind === 'openapi.reference') return { parameter, key: parameter.target };
    return parameter.in?.value === 'path' ? { parameter, key: JSON.stringify(toPlainValue(parameter.tree)) } : [];
  });
}

function moveUp(item: PathItem, shared: readonly Declared[], candidates: readonly Candidate[]): readonly Fix[] {
  // Several at once stand in each other’s way where they are taken out of one list.
  if (shared.length > 1) return [];
  const { uri } = item.section;
  const keys = new Set(shared.map(({ key }) => key));
  const all = candidates.filter(({ key }) => keys.has(key));
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
