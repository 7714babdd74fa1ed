import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Finding, Fix, InSection } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { documentResponse, type ResponsesSite } from '#rules/fixes/document-response.ts';
import type { ErrorResponse } from '#rules/fixes/error-response.ts';
import { fixInManyPlaces } from '#rules/fixes/fix-in-many-places.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What a rule about a response that is missing gathers: the document once, and each operation it applies to. */
export type GapFact = GapDocument | GapOperation;

export interface GapDocument {
  readonly kind: 'document';
  readonly key: string;
  readonly span: Span;
  /** What the fixes refer to. */
  readonly error: ErrorResponse;
}

export interface GapOperation {
  readonly kind: 'operation';
  readonly key: string;
  readonly isDocumented: boolean;
  readonly span: Span;
  readonly message: string;
  readonly site: ResponsesSite;
}

/** How the findings of a rule read; `fix` is also the title for a single operation. */
export interface GapWording {
  /** The key a fix adds: `default`, `404`. */
  readonly status: string;
  readonly fix: (error: ErrorResponse) => string;
  readonly most: (count: number, all: number) => string;
}

/** The fact of an operation; `fault` is said of it when it has the gap. */
export function operationGap(
  operation: Operation,
  statuses: readonly string[],
  isDocumented: boolean,
  fault: string,
): GapOperation {
  const { context, location, section } = operation;
  return {
    kind: 'operation',
    key: 'document',
    isDocumented,
    span: operation.responsesAnchor ?? operation.anchor,
    message: `${operationTitle(operation)} ${fault}.`,
    site: { uri: section.uri, pointer: pointerOf(location), statuses, context },
  };
}

/** One finding for each operation with the gap, or a single one where nearly all have it. */
export function* gapFindings(facts: readonly InSection<GapFact>[], wording: GapWording): Iterable<InSection<Finding>> {
  const [document] = factsOfKind(facts, 'document');
  const operations = factsOfKind(facts, 'operation');
  const gaps = operations.filter(({ value }) => !value.isDocumented);
  const [first, ...rest] = gaps.map(({ value }) => value);
  if (document === undefined || first === undefined) return;
  const { span, error } = document.value;
  if (isHabit(gaps.length, operations.length)) {
    const message = wording.most(gaps.length, operations.length);
    const fix = fill(`${wording.fix(error)} in ${gaps.length} operations`, [first, ...rest], wording, error);
    yield { section: document.section, value: { span, message, fixes: [fix] } };
    return;
  }
  for (const { section, value } of gaps) {
    const fixes = [fill(wording.fix(error), [value], wording, error)];
    yield { section, value: { span: value.span, message: value.message, fixes } };
  }
}

/** What a description hardly ever does is one decision, not many slips. */
function isHabit(gaps: number, all: number): boolean {
  return gaps >= 3 && gaps >= all * 0.8;
}

/** Safe where the description's own error is referred to once; a format it never spoke of, or a habit changed, is a decision. */
function fill(
  title: string,
  [first, ...rest]: readonly [GapOperation, ...GapOperation[]],
  { status }: GapWording,
  error: ErrorResponse,
): Fix {
  const changes = ({ site }: GapOperation) => documentResponse(site, status, error);
  const isKnown = error.additions.length === 0 && rest.length === 0;
  return fixInManyPlaces(title, isKnown ? 'safe' : 'review', () => [...changes(first), ...rest.flatMap(changes)]);
}
