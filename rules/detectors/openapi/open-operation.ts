import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import type { Located, Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import { saysPublic } from '#rules/detectors/openapi/says-public.ts';
import { signsIn } from '#rules/detectors/openapi/signs-in.ts';
import { takesCredentials } from '#rules/detectors/openapi/takes-credentials.ts';

/** An operation that says itself, or whose document says, that it may be called without credentials. */
export interface OpenOperation {
  readonly span: Span;
  /** `none`: no credentials are asked for. `optional`: one of the alternatives is none. */
  readonly how: 'none' | 'optional';
  /** What is written at the operation; undefined where the document says it. */
  readonly written: WrittenSecurity | undefined;
}

export interface WrittenSecurity {
  readonly uri: string;
  /** Of the `security` list, from the file's root. */
  readonly pointer: readonly string[];
  /** The place of the empty alternative in the list. */
  readonly empty: number | undefined;
}

/**
 * Undefined for what asks for credentials, for what says nothing, and for what is open by nature or says in words that it is; in
 * a description without any scheme all is.
 */
export function openOperation(operation: Operation, scope: Scope): OpenOperation | undefined {
  if (operation.origin !== 'path') return undefined;
  const security = effectiveSecurity(operation, scope);
  const empty = security?.findIndex(({ schemes }) => schemes.length === 0) ?? -1;
  if (security === undefined || (security.length > 0 && empty < 0)) return undefined;
  if (hasPublicPath(operation.path) || signsIn(operation) || saysSo(operation)) return undefined;
  if (takesCredentials(operation, scope) || scope.names('openapi.security-scheme').length === 0) return undefined;
  const entry = operation.security === undefined ? undefined : findEntry(operation.tree, 'security');
  const pointer = [...pointerOf(operation.location), 'security'];
  return {
    span: entry?.key.span ?? operation.anchor,
    how: security.length < 2 ? 'none' : 'optional',
    written: entry && { uri: operation.section.uri, pointer, empty: empty < 0 ? undefined : empty },
  };
}

function saysSo({ summary, description }: Operation): boolean {
  return [summary, description].some((text: Located<string> | undefined) => saysPublic(text?.value));
}
