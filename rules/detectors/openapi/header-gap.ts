import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Cause, Finding, InSection, Keyed, Scope } from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { foldedNames } from '#rules/detectors/openapi/folded-names.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { responseTitle, type SeenResponse } from '#rules/detectors/openapi/seen-response.ts';
import { addHeadersAt, type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { headerValue, type NewHeader } from '#rules/fixes/openapi/header-value.ts';
import { rebaseReferences } from '#rules/fixes/openapi/rebase-references.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** A header that responses are to have. */
export interface WantedHeader {
  readonly name: string;
  /** What is written where the description has no such header yet. */
  readonly value: NewHeader;
  /** The component it is in, where one header has several meanings: `CreatedLocation`. What other responses say of it is about something else then. */
  readonly component?: string;
  /** What is said of several. */
  readonly several: (count: number) => string;
}

/** A response that a rule wants a header of: with it, or without. */
export interface HeaderFact extends Keyed {
  /** Tells the response apart from others. */
  readonly id: string;
  readonly section: Section;
  readonly span: Span;
  /** What is wrong with it; undefined with the header, or where a text speaks of it. */
  readonly message: string | undefined;
  /** `the 429 of GET /users` */
  readonly owner: string;
  /** The header as it is written here, as JSON text. */
  readonly header: string | undefined;
  /** The header component that is called so. */
  readonly component: string | undefined;
  /** Undefined where a `$ref` stands in place of the headers. */
  readonly site: HeadersSite | undefined;
  readonly context: DescriptionContext;
}

/** How the fault reads, and what else excuses a response. */
export interface HeaderDemand {
  /** True where the texts or the body of the response tell what the header would. */
  readonly isSaid: boolean;
  /** Behind `The 429 of GET /users documents no Retry-After header`, with its comma, and a remedy behind the full stop. */
  readonly instead?: string;
  readonly remedy?: string;
}

/** The fact of a response. */
export function headerFact(
  seen: SeenResponse,
  { name, component }: Pick<WantedHeader, 'name' | 'component'>,
  { isSaid, instead = '', remedy = '' }: HeaderDemand,
  scope: Scope,
): HeaderFact {
  const { response } = seen;
  const { section, location, context } = response;
  const headers = effectiveHeaders(response, scope);
  const header = namedHeader(headers, name.toLowerCase())?.header;
  const isThere = isSaid || headers === undefined || header !== undefined;
  const owner = responseTitle(seen);
  return {
    key: name,
    id: JSON.stringify([section.uri, ...pointerOf(location)]),
    section,
    span: response.anchor,
    message: isThere
      ? undefined
      : `${capitalised(owner)} documents no ${name} header${instead}.${remedy === '' ? '' : ` ${remedy}`}`,
    owner,
    header: header && JSON.stringify(toPlainValue(header.tree)),
    component: isThere ? undefined : foldedNames(scope.names('openapi.header')).get(foldedHeader(component ?? name)),
    site: response.headersReference === undefined ? headersSite(response) : undefined,
    context,
  };
}

/** The findings of the responses without the header; each is told once, however many operations answer it. */
export function* headerFindings(
  facts: readonly InSection<HeaderFact>[],
  wanted: WantedHeader,
): Iterable<InSection<Finding>> {
  const header = facts.find(({ value }) => value.header !== undefined && mayBeShared(value.header, wanted))?.value;
  const missing = new Map(facts.flatMap(({ value }) => (value.message === undefined ? [] : [[value.id, value]])));
  for (const value of missing.values())
    yield { section: value.section, value: missingHeader(value, header, missing.size > 1, wanted) };
}

/** The header is written as another response writes it, else as a component that is called so, or is made for several. */
function missingHeader(
  { span, site, message = '', owner, component, context }: HeaderFact,
  other: HeaderFact | undefined,
  isOneOfSeveral: boolean,
  wanted: WantedHeader,
): Finding {
  const { name } = wanted;
  const cause: Cause = {
    key: name,
    message: wanted.several,
    fixTitle: (count) => `Document ${name} in ${count} responses`,
  };
  if (site === undefined) return { span, message, cause };
  const makeChanges = (): readonly [TreeChange, ...TreeChange[]] => {
    const written: PlainValue | undefined = other?.header === undefined ? undefined : JSON.parse(other.header);
    if (written !== undefined && other?.site !== undefined)
      return addHeadersAt(site, { [name]: rebaseReferences(written, other.site.uri, site.uri) });
    const value = headerValue(context, wanted.value);
    // 2.0 shares no headers.
    const isShared = component !== undefined || (isOneOfSeveral && context.version !== '2.0');
    if (!isShared) return addHeadersAt(site, { [name]: value });
    const pointer = ['components', 'headers', component ?? wanted.component ?? componentName(name)];
    const reference = { $ref: `${relativeUri(site.uri, context.rootUri)}#${formatPointer(pointer)}` };
    const addition = { kind: 'set', uri: context.rootUri, pointer, value, ifAbsent: true } as const;
    const added = addHeadersAt(site, { [name]: reference });
    return component === undefined ? [...added, addition] : added;
  };
  return { span, message, fixes: [fixInManyPlaces(`Document ${name} in ${owner}`, 'review', makeChanges)], cause };
}

/** A `$ref` leads to what is meant for several. */
function mayBeShared(header: string, { component }: WantedHeader): boolean {
  return component === undefined || header.startsWith('{"$ref"');
}

/** `RetryAfter` */
function componentName(header: string): string {
  return header.replaceAll('-', '');
}

function foldedHeader(header: string): string {
  return componentName(header).toLowerCase();
}
