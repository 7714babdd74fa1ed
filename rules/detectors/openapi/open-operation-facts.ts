import type { Operation } from '#core/openapi/model.ts';
import type { Cause, Finding, Fix, InSection, Keyed, Scope } from '#core/rule.ts';
import { findValue, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { type OpenOperation, openOperation } from '#rules/detectors/openapi/open-operation.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What an operation that is judged asks of callers. */
export type AccessFact = Keyed & (OpenFact | GuardedFact);

interface OpenFact extends OpenOperation {
  readonly kind: 'open';
  readonly title: string;
}

interface GuardedFact {
  readonly kind: 'guarded';
  readonly written: PlainValue;
}

const key = 'access';

/** Of operations that are not to be judged, only what they require counts. */
export function* accessFacts(operation: Operation, isJudged: boolean, scope: Scope): Iterable<AccessFact> {
  const open = isJudged ? openOperation(operation, scope) : undefined;
  if (open !== undefined) yield { key, kind: 'open', ...open, title: operationTitle(operation) };
  else if (isGuarded(operation, scope))
    yield { key, kind: 'guarded', written: toPlainValue(findValue(operation.tree, 'security')) };
}

/** True where the operation itself requires schemes, and all are there. */
function isGuarded({ security = [] }: Operation, scope: Scope): boolean {
  const isDefined = (name: string): boolean => scope.find('openapi.security-scheme', name) !== undefined;
  return (
    security.length > 0 &&
    security.every(({ schemes }) => schemes.length > 0 && schemes.every(({ name }) => isDefined(name.value)))
  );
}

/** Each open operation, with a fix that asks for what most others ask for. `doing` is what they do: “read”, “write”. */
export function* openFindings(
  facts: readonly InSection<AccessFact>[],
  doing: string,
  remedy: string,
): Iterable<InSection<Finding>> {
  const cause: Cause = {
    key: 'open',
    message: (count) => `${count} operations that ${doing} ask for no credentials. ${remedy}`,
    fixTitle: (count) => `Require credentials of ${count} operations`,
  };
  const usual = mostUsed(factsOfKind(facts, 'guarded').map(({ value }) => value.written));
  for (const { section, value } of factsOfKind(facts, 'open')) {
    const how = value.how === 'none' ? 'is open to everybody' : 'may be called without credentials';
    const message = `${value.title} ${how}. ${remedy}`;
    yield { section, value: { span: value.span, message, fixes: guarded(value, usual), cause } };
  }
}

/** Takes the empty alternative away, or writes what is usual. */
function guarded({ how, title, written }: OpenFact, usual: PlainValue | undefined): readonly Fix[] {
  if (written === undefined) return [];
  const { uri, pointer, empty } = written;
  if (how === 'optional' && empty !== undefined) {
    const change = { kind: 'remove', uri, pointer: [...pointer, String(empty)] } as const;
    return [{ title: `Require credentials of ${title}`, safety: 'review', changes: [change] }];
  }
  if (usual === undefined) return [];
  const change = { kind: 'set', uri, pointer, value: usual } as const;
  return [{ title: `Require of ${title} what the others require`, safety: 'review', changes: [change] }];
}
