import { segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { remembered } from '#core/text/remembered.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import { credentialNames } from '#rules/words/credentials.ts';
import {
  idWords,
  inferringVerbs,
  inputNames,
  judgedValues,
  workOrThing,
  workWords,
} from '#rules/words/worked-on-values.ts';

/**
 * The names in a path that stand for values the operation works on, rather than for ids of what is stored:
 * `/convert/{from}/{to}`, `/lookup/{ip}`, `/emails/{email}/score`.
 */
export function workedOnValues(operation: Operation, scope: Scope): ReadonlySet<string> {
  const asked = new AskedPath(operation);
  const found = new Set<string>();
  let before = '';
  for (const [index, segment] of asked.segments.entries()) {
    const names = templateNames(segment).map(({ value }) => value);
    if (names.length === 0) before = segment;
    else if (
      isGiven(before, names) ||
      isOwnCredential(before, names) ||
      isInput(asked, index, names, scope) ||
      isJudged(asked, index, before, names, scope)
    )
      for (const name of names) found.add(name);
  }
  return found;
}

/** The path of an operation, and what is asked of all of it: found out once, when it is asked for. */
class AskedPath {
  readonly operation: Operation;
  readonly segments: readonly string[];
  #namesInput: boolean | undefined;
  #isWork: boolean | undefined;

  constructor(operation: Operation) {
    this.operation = operation;
    this.segments = segmentsOf(operation.path);
  }

  /** True where one of its parameters is an input by its name. */
  get namesInput(): boolean {
    this.#namesInput ??= templateNames(this.operation.path).some(({ value }) => namesInput(value));
    return this.#namesInput;
  }

  /** True where the path or a text says that something is worked on. */
  get isWork(): boolean {
    this.#isWork ??=
      saysWork(this.operation) || this.segments.some((segment) => !segment.includes('{') && namesWork(segment, true));
    return this.#isWork;
  }
}

/** True behind what it is looked for by, and behind work: `/by-name/{name}`, `/validate/{iban}`, `/ip-lookup/{ip}`. */
function isGiven(before: string, names: readonly string[]): boolean {
  return /^by/i.test(before) || namesWork(before, !names.some(isId));
}

/** True for a segment that begins or ends in work; `mayBeThing` is false where such a word may also be what is stored. */
function namesWork(segment: string, mayBeThing: boolean): boolean {
  const words = wordsOf(segment);
  // `/saved-search/{name}` is stored.
  const isStored = /ed$/.test(words[0] ?? '');
  return [words[0] ?? '', words.at(-1) ?? ''].some(
    (word) => workWords.has(word) || (mayBeThing && !isStored && workOrThing.has(word)),
  );
}

/** True for what is looked for or computed with, where none is stored: `/gender/{firstName}`, not `/cities/{city}`. */
function isInput(asked: AskedPath, index: number, names: readonly string[], scope: Scope): boolean {
  // A name beside the parts of one is another input: `/match/{surname}/{givenName}/{chineseName}`.
  const isOne = (name: string) => namesInput(name) || (/name$/i.test(name) && asked.namesInput);
  if (names.some(isId) || !names.every(isOne)) return false;
  const { segments } = asked;
  const holder = wordsOf(segments[index - 1] ?? '').at(-1) ?? '';
  const isHeld = holder !== singularOf(holder) && names.some((name) => wordsOf(name).includes(singularOf(holder)));
  return !isHeld && !isStored(segments.slice(0, index + 1), scope);
}

/** `zip5Code`, `countryIso2From` */
const namesInput = remembered((name: string): boolean => {
  const words = ` ${wordsOf(name).join(' ').replace(/\d+/g, '')} `;
  return inputNames.some((input) => words.includes(` ${input} `));
}, 2_000);

function isId(name: string): boolean {
  return idWords.has(wordsOf(name).at(-1) ?? '');
}

/** True for what the caller signs in with, which is refused rather than missing: `/json/{api_key}/…`, not `/api-keys/{api_key}`. */
function isOwnCredential(before: string, names: readonly string[]): boolean {
  if (/key|token|credential|secret|password|session|jwt/i.test(before)) return false;
  return names.every((name) => nameEnding(name.replace(/_here$/i, ''), credentialNames) !== undefined);
}

/** True for a value such as an address that the path or the text says is judged, where none is stored: `/emails/{email}/score`. */
function isJudged(asked: AskedPath, index: number, before: string, names: readonly string[], scope: Scope): boolean {
  if (names.some(isId)) return false;
  const isValue = names.every((name) => wordsOf(name).some((word) => judgedValues.has(word)));
  const isJudgedValue = isValue && mayHoldValues(before) && asked.isWork;
  return (isJudgedValue || infers(asked.operation, before)) && !isStored(asked.segments.slice(0, index + 1), scope);
}

/** “Infer the gender of a name”, `/gender/{name}`: not behind a plural, which holds what is stored. */
function infers({ summary }: Operation, before: string): boolean {
  const [verb = ''] = wordsOf((summary?.value ?? '').replace(/^\[[^\]]*\]/, '').slice(0, 100));
  const noun = wordsOf(before).at(-1) ?? '';
  return inferringVerbs.has(verb) && singularOf(noun) === noun;
}

/** False where what stands before a value names what has it: `/users/{email}`. */
function mayHoldValues(before: string): boolean {
  if (before === '' || /^(?:api|v\d+(?:\.\d+)*)$/i.test(before) || namesWork(before, true)) return true;
  return judgedValues.has(singularOf(wordsOf(before).at(-1) ?? ''));
}

/** “Validate an IBAN”, `scoreEmail`, “Email Validation”. */
function saysWork({ summary, operationId }: Operation): boolean {
  return [summary, operationId].some((text) => namesWork(text?.value ?? '', true));
}

/** True where the value, or a collection of such, can be written. */
function isStored(segments: readonly string[], scope: Scope): boolean {
  const writes = (path: string, methods: readonly string[]) =>
    scope.resource(path)?.methods?.some((method) => methods.includes(method));
  const path = `/${segments.join('/')}`;
  const collection = `/${segments.slice(0, -1).join('/')}`;
  return writes(path, ['put', 'patch', 'delete']) === true || writes(collection, ['post']) === true;
}
