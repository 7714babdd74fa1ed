import type { OpenApiDocument, Operation, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Cause, Change, Finding, InSection, Keyed, Related, Scope, Section } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { groupOf, type HouseFact, houseFact, houseKey } from '#rules/detectors/error-uses.ts';
import { type HouseErrors, readHouse } from '#rules/detectors/house-errors.ts';
import { documentErrors } from '#rules/fixes/error-response.ts';
import type { ErrorSite } from '#rules/fixes/error-site.ts';
import { fixInManyPlaces } from '#rules/fixes/fix-in-many-places.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What a rule about a response that is missing gathers: how errors are written, the top of the document, each operation it applies to. */
export type GapFact = Keyed & (HouseFact | GapDocument | GapOperation);

export interface GapDocument {
  readonly kind: 'document';
  readonly span: Span;
}

export interface GapOperation {
  readonly kind: 'operation';
  readonly isDocumented: boolean;
  readonly span: Span;
  /** `GET /users` */
  readonly title: string;
  readonly message: string;
  readonly site: ErrorSite;
  /** What its errors depend on: `id`, `body`, `credentials`. */
  readonly traits: readonly string[];
  readonly related: readonly Related[];
  /** False where the responses are those of a YAML anchor: what is added there is added to others. */
  readonly isOwn: boolean;
}

/** How the findings of a rule read. */
export interface GapWording {
  /** The statuses a fix adds to an operation. */
  readonly statuses: (gap: GapOperation, house: HouseErrors) => readonly string[];
  /** The title of the fix for one operation, and for all. */
  readonly fix: (title: string) => string;
  readonly fixAll: (count: number) => string;
  /** Said of several operations. */
  readonly several: (count: number, all: number) => string;
}

/** What a rule may gather beside. */
interface OtherFact extends Keyed {
  readonly kind: 'explained';
}

const key = houseKey;

/** The facts every rule about gaps needs of a node. */
export function* gapContext(node: OpenApiDocument | Operation | Response, scope: Scope): Iterable<GapFact> {
  const house = houseFact(node, scope);
  if (house !== undefined) yield house;
  if (node.kind === 'openapi.document') yield { key, kind: 'document', span: node.anchor };
}

/** The fact of an operation; `fault` is said of it when it has the gap. */
export function operationGap(
  operation: Operation,
  statuses: readonly string[],
  isDocumented: boolean,
  fault: string,
  { traits = [], related = [] }: Partial<Pick<GapOperation, 'traits' | 'related'>> = {},
): GapOperation & Keyed {
  const { context, location, section, path } = operation;
  const site = { uri: section.uri, pointer: pointerOf(location), statuses, context, path, group: groupOf(operation) };
  const span = operation.responsesAnchor ?? operation.anchor;
  const title = operationTitle(operation);
  const message = `${title} ${fault}.`;
  return {
    key,
    kind: 'operation',
    isDocumented,
    span,
    title,
    message,
    site,
    traits,
    related,
    isOwn: ownsResponses(operation),
  };
}

/** A finding for each operation with the gap; all have one cause. */
export function* gapFindings(
  facts: readonly InSection<GapFact | OtherFact>[],
  wording: GapWording,
): Iterable<InSection<Finding>> {
  let top: Cause['place'];
  let all = 0;
  const gaps: { readonly section: Section; readonly value: GapOperation }[] = [];
  for (const { section, value } of facts) {
    if (value.kind === 'document') top = { section, span: value.span };
    if (value.kind !== 'operation') continue;
    all++;
    if (!value.isDocumented) gaps.push({ section, value });
  }
  if (top === undefined) return;
  let house: HouseErrors | undefined;
  const changes = (gap: GapOperation): readonly [Change, ...Change[]] => {
    house ??= readHouse(facts);
    return changesFor(gap, house, wording);
  };
  const cause: Cause = {
    key: 'gap',
    message: (count) => wording.several(count, all),
    fixTitle: wording.fixAll,
    ...(gaps.length === all && all > 1 ? { place: top, all } : {}),
  };
  for (const { section, value } of gaps) {
    const fix = fixInManyPlaces(wording.fix(value.title), 'review', () => changes(value));
    const { span, message, related } = value;
    yield { section, value: { span, message, fixes: value.isOwn ? [fix] : [], related, cause } };
  }
}

function changesFor(gap: GapOperation, house: HouseErrors, wording: GapWording): readonly [Change, ...Change[]] {
  const [first, ...others] = documentErrors(house, gap.site, wording.statuses(gap, house));
  if (first === undefined) throw new Error('There is no error to document.');
  return [first, ...others];
}

/** True unless `responses` is an alias, or came with a merge key. */
function ownsResponses({ tree }: Operation): boolean {
  const entry = findEntry(tree, 'responses');
  if (entry?.value === undefined) return true;
  return entry.merged !== true && entry.value.span.start >= entry.key.span.end && entry.value.span.end <= tree.span.end;
}
