import { combinedSchemas, ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import { capitalised, foldedName } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';
import { findValue, itemsOf } from '#core/tree/tree.ts';
import { longRunningWork } from '#rules/checklist.ts';
import { successBody } from '#rules/detectors/openapi/collection.ts';
import { isJobRead } from '#rules/detectors/openapi/long-running.ts';
import { shownNames } from '#rules/detectors/openapi/shown-value.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure } from '#rules/sources.ts';
import { doneWords, failedWords, goingWords } from '#rules/words/job-words.ts';

export const jobStatusEnumerated = globalRule({
  id: 'openapi/job-status-enumerated',
  summary: 'List the states of a job, its last ones included.',
  why: 'A client that waits for a job must know when to stop. Without a listed state that says it went well, and one that says it did not, it waits for ever.',
  item: longRunningWork,
  references: [azure('lro-status-monitor-structure')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A state that may be anything',
      bad: `openapi: 3.1.0
paths:
  /jobs/{id}:
    get:
      responses:
        '200':
          description: The job.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Job'
components:
  schemas:
    Job:
      type: object
      properties:
        id:
          type: string
        «status»:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /jobs/{id}:
    get:
      responses:
        '200':
          description: The job.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Job'
components:
  schemas:
    Job:
      type: object
      properties:
        id:
          type: string
        status:
          type: string
          enum:
            - pending
            - running
            - succeeded
            - failed
`,
    },
    {
      title: 'A job that cannot fail',
      bad: `swagger: '2.0'
paths:
  /exports/{id}/status:
    get:
      responses:
        200:
          description: The state of the export.
          schema:
            type: object
            properties:
              «state»: { type: string, enum: [queued, running, done] }
`,
      good: `swagger: '2.0'
paths:
  /exports/{id}/status:
    get:
      responses:
        200:
          description: The state of the export.
          schema:
            type: object
            properties:
              state: { type: string, enum: [queued, running, done, failed] }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<StateFact> {
    const body = isJobRead(operation) ? successBody(operation, scope) : undefined;
    const state = body && stateOf(body, scope);
    const fault = state && faultOf(state.schema);
    if (state === undefined || fault === undefined) return;
    const { schema, name, owner } = state;
    const { section, location } = schema;
    const place = JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]);
    const isChangeable = fault.values !== undefined && isWrittenInPlace(schema);
    const site = isChangeable
      ? { uri: section.uri, pointer: pointerOf(location), values: fault.values ?? [] }
      : undefined;
    const title = operationTitle(operation);
    yield {
      key: 'states',
      section: owner.section,
      span: name.span,
      place,
      title,
      name: name.value,
      lack: fault.lack,
      site,
    };
  },
  *compare(facts) {
    for (const { value } of onePerPlace(facts)) yield openState(value);
  },
});

interface StateFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** Tells the property apart. */
  readonly place: string;
  readonly title: string;
  readonly name: string;
  /** `lists no values` */
  readonly lack: string;
  readonly site: StateSite | undefined;
}

interface StateSite {
  readonly uri: string;
  readonly pointer: readonly string[];
  /** All that it should list, or what is to be added behind those it lists. */
  readonly values: readonly string[];
}

interface State {
  readonly name: Located<string>;
  readonly schema: Schema;
  /** The schema that writes the property. */
  readonly owner: Schema;
}

function stateOf(body: Schema, scope: Scope): State | undefined {
  for (const owner of combinedSchemas(body, scope)) {
    for (const { name, schema } of ownProperties(owner, scope)) {
      const resolved = /^(?:status|state)$/i.test(name.value) ? scope.resolve(schema) : undefined;
      if (resolved !== undefined) return { name, schema: resolved, owner };
    }
  }
  return undefined;
}

interface Fault {
  readonly lack: string;
  /** What to add; undefined where the text says what there is, or names have another form. */
  readonly values: readonly string[] | undefined;
}

/** Undefined for what is no plain text, or lists a state that is not known. */
function faultOf(state: Schema): Fault | undefined {
  const { types, allOf, oneOf, anyOf, description } = state;
  if (types.length !== 1 || types[0] !== 'string' || [...allOf, ...oneOf, ...anyOf].length > 0) return undefined;
  const listed = listedValues(state);
  if (listed === undefined) {
    const isSaid = [...doneWords, ...failedWords].some((word) => description?.value.toLowerCase().includes(word));
    return { lack: 'lists no values', values: isSaid ? undefined : ['pending', 'running', 'succeeded', 'failed'] };
  }
  const { values, isOpen } = listed;
  const folded = values.map(foldedName);
  const isKnown = folded.every((value) => [doneWords, failedWords, goingWords].some((words) => words.has(value)));
  if (!isKnown || values.length < 2) return undefined;
  const missing = [
    ...(folded.some((value) => doneWords.has(value)) ? [] : ['succeeded']),
    ...(folded.some((value) => failedWords.has(value)) ? [] : ['failed']),
  ];
  if (missing.length === 0) return undefined;
  const how = missing.map((value) => (value === 'failed' ? 'did not go well' : 'went well')).join(', or ');
  return { lack: `lists no value that says that it ${how}`, values: isOpen ? undefined : inFormOf(values, missing) };
}

/** Also those that may become more: `x-extensible-enum` (Zalando RESTful API Guidelines #112). */
function listedValues({ tree, enum: values }: Schema) {
  if (values !== undefined) return { values: values.map(({ value }) => String(value)), isOpen: false };
  const open = findValue(tree, 'x-extensible-enum');
  if (open === undefined) return undefined;
  const texts = itemsOf(open).flatMap((item) => (item.kind === 'scalar' ? String(item.value) : []));
  return { values: texts, isOpen: true };
}

/** In capitals where the others are; undefined where these are neither written so nor in small letters. */
function inFormOf(values: readonly string[], missing: readonly string[]): readonly string[] | undefined {
  const text = values.join('');
  if (text === text.toLowerCase()) return missing;
  if (text === text.toUpperCase()) return missing.map((value) => value.toUpperCase());
  const isCapital = values.every((value) => /^[A-Z][a-z]/.test(value));
  return isCapital ? missing.map(capitalised) : undefined;
}

function openState({ section, span, title, name, lack, site }: StateFact): InSection<Finding> {
  const message = `“${name}” of ${title} ${lack}. List all states, the last ones too.`;
  const fixes: readonly Fix[] = site === undefined ? [] : [listed(site, name, lack === 'lists no values')];
  return { section, value: { span, message, fixes, cause: openStates } };
}

function listed({ uri, pointer, values }: StateSite, name: string, isNew: boolean): Fix {
  const target = [...pointer, 'enum'];
  const append = (value: string) => ({ kind: 'append', uri, pointer: target, value }) as const;
  const [first = '', ...others] = values;
  return {
    title: `List ${shownNames(values)} in “${name}”`,
    safety: 'review',
    changes: isNew
      ? [{ kind: 'set', uri, pointer: target, value: values, after: ['type'] }]
      : [append(first), ...others.map(append)],
  };
}

const openStates: Cause = {
  key: 'states',
  message: (count) => `The states of ${count} jobs are not listed, or no last one among them.`,
};
