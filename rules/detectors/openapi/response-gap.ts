import type { OpenApiDocument, Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Cause, Change, Finding, Fix, InSection, Keyed, Related, Scope, Survey } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { groupOf } from '#rules/detectors/openapi/error-uses.ts';
import { type HouseErrors, houseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { worstOperations } from '#rules/detectors/openapi/worst-operations.ts';
import { documentErrors } from '#rules/fixes/openapi/error-response.ts';
import type { ErrorSite } from '#rules/fixes/openapi/error-site.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What a rule about a response that is missing gathers: the top of the document, each operation it applies to. */
export type GapFact = Keyed & (GapDocument | Documented | GapOperation);

export interface GapDocument {
  readonly kind: 'document';
  readonly span: Span;
  /** False where the rule may be off for some operations: then those that are counted are not all. */
  readonly isWhole: boolean;
}

/** An operation without the gap: it only counts. */
interface Documented {
  readonly kind: 'documented';
}

/** An operation with the gap. */
export interface GapOperation {
  readonly kind: 'gap';
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
  /** Said of several operations: `operations` are those that are counted, which may not be all: the text says which. */
  readonly several: (count: number, operations: string, isAll: boolean) => string;
}

/** What a rule may gather beside. */
interface OtherFact extends Keyed {
  readonly kind: 'explained' | 'habit' | 'limited';
}

/** All facts of such a rule are compared together. */
export const gapKey = 'document';

/** What every rule about gaps needs of the document. */
export function gapDocument(node: OpenApiDocument, scope: Scope): GapFact {
  return { key: gapKey, kind: 'document', span: node.anchor, isWhole: scope.isConfiguredAlike() };
}

/** The fact of an operation; `fault` is said of it when it has the gap. */
export function operationGap(
  operation: Operation,
  statuses: readonly string[],
  isDocumented: boolean,
  fault: string,
  others: GapTraits = {},
): GapFact {
  return isDocumented ? documented : gapOf(operation, statuses, fault, others);
}

type GapTraits = Partial<Pick<GapOperation, 'traits' | 'related'>>;

const documented: GapFact = { key: gapKey, kind: 'documented' };

/** The fact of an operation with the gap. */
export function gapOf(
  operation: Operation,
  statuses: readonly string[],
  fault: string,
  { traits = [], related = [] }: GapTraits,
): GapOperation & Keyed {
  const { context, location, section, path } = operation;
  const site = { uri: section.uri, pointer: pointerOf(location), statuses, context, path, group: groupOf(operation) };
  const span = operation.responsesAnchor ?? operation.anchor;
  const title = operationTitle(operation);
  const message = `${title} ${fault}.`;
  return {
    key: gapKey,
    kind: 'gap',
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
  let isWhole = true;
  const gaps: { readonly section: Section; readonly value: GapOperation }[] = [];
  for (const { section, value } of facts) {
    if (value.kind === 'document') {
      top = { section, span: value.span };
      isWhole = value.isWhole;
    }
    if (value.kind === 'documented' || value.kind === 'gap') all++;
    if (value.kind === 'gap') gaps.push({ section, value });
  }
  if (top === undefined) return;
  const cause: Cause = {
    key: 'gap',
    message: (count) => {
      const said = wording.several(count, countedOperations(all, isWhole), count === all);
      return count === all ? `${said} ${worstOperations(gaps.map(({ value }) => value.title))}` : said;
    },
    fixTitle: wording.fixAll,
    ...(gaps.length === all && all > 1 ? { place: top, all } : {}),
  };
  for (const { section, value } of gaps) {
    const { span, message, related, isOwn } = value;
    yield { section, value: { span, message, fixes: isOwn ? [gapFix(value, wording)] : [], related, cause } };
  }
}

/** `3 operations`; `3 reviewed operations` where the rule may be off for others. */
export function countedOperations(all: number, isWhole: boolean): string {
  return isWhole ? `${all} operations` : `${all} reviewed operations`;
}

function gapFix(gap: GapOperation, wording: GapWording): Fix {
  const { rootUri } = gap.site.context;
  const make = (survey: Survey) => changesFor(gap, houseErrors(survey), wording);
  return { title: wording.fix(gap.title), safety: 'review', changes: { rootUri, make } };
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
