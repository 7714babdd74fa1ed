import type { PlumblineClientNotifications, PlumblineRequests } from '#server/protocol.ts';

type Method = keyof PlumblineRequests | keyof PlumblineClientNotifications;

/** What is wrong with the parameters of one of our requests or notifications, in words; undefined when nothing is. */
export function paramsProblem(method: Method, params: unknown): string | undefined {
  const problem = problemIn(params ?? {}, shapes[method], '');
  return problem && `${method}: ${problem}`;
}

type Shape = 'string' | 'count' | 'string?' | 'strings?' | ObjectShape | Nullable | Optional | ListOf;

interface ObjectShape {
  readonly [name: string]: Shape;
}

/** An object, or null. */
class Nullable {
  readonly shape: ObjectShape;

  constructor(shape: ObjectShape) {
    this.shape = shape;
  }
}

/** An object, or absent. */
class Optional {
  readonly shape: ObjectShape;

  constructor(shape: ObjectShape) {
    this.shape = shape;
  }
}

/** A list of objects. */
class ListOf {
  readonly each: ObjectShape;

  constructor(each: ObjectShape) {
    this.each = each;
  }
}

const position: ObjectShape = { line: 'count', character: 'count' };
const range: Shape = { start: position, end: position };
const row = { service: 'string', itemId: 'string' } as const;

const shapes: { readonly [M in Method]: ObjectShape } = {
  'plumbline/checklist': { folder: 'string?', services: 'strings?' },
  'plumbline/answer': { ...row, answer: new Nullable({ verdict: 'string', note: 'string?', who: 'string?' }) },
  'plumbline/rowPage': row,
  'plumbline/report': { folder: 'string?' },
  'plumbline/patterns': { uri: 'string', position: new Optional(position) },
  'plumbline/insertPattern': { uri: 'string', patternId: 'string', position, endDate: 'string?' },
  'plumbline/resources': { uri: 'string' },
  'plumbline/addOperation': { uri: 'string', method: 'string', path: 'string', operation: 'string' },
  'plumbline/dataModels': {},
  'plumbline/dataModel': { uri: 'string', detail: 'string', known: 'string?' },
  'plumbline/dataModelPlace': { uri: 'string', model: 'string', field: 'string?' },
  'plumbline/dataModelText': { uri: 'string', detail: 'string', format: 'string', theme: 'string' },
  'plumbline/dataMap': { uri: 'string' },
  'plumbline/wrongMatch': { uri: 'string', schema: 'string', model: 'string', property: 'string?' },
  'plumbline/ignore': { uri: 'string', ruleId: 'string', range, reason: 'string' },
  'plumbline/acceptChange': {
    uri: 'string',
    ruleId: 'string',
    start: 'count',
    message: 'string',
    why: 'string',
    who: 'string?',
    until: 'string',
  },
  'plumbline/places': {
    uri: 'string',
    ruleId: 'string',
    start: 'count',
    message: 'string',
    from: { uri: 'string', position },
  },
  'plumbline/rulePage': { ruleId: 'string' },
  'plumbline/reviewWorkspace': {},
  'plumbline/reading': { uri: 'string' },
  'plumbline/baseText': { uri: 'string' },
  'plumbline/changes': { uri: 'string' },
  'plumbline/migrationPlan': { uri: 'string' },
  'plumbline/readingPage': { uri: 'string' },
  'plumbline/fixAll': { uri: 'string' },
  'plumbline/cursor': { uri: 'string', version: 'count', positions: new ListOf(position) },
};

function problemIn(value: unknown, shape: Shape, path: string): string | undefined {
  const name = path === '' ? 'the parameters' : `“${path}”`;
  switch (shape) {
    case 'string':
      return typeof value === 'string' ? undefined : `${name} must be a string`;
    case 'string?':
      return value === undefined || typeof value === 'string' ? undefined : `${name} must be a string or absent`;
    case 'strings?':
      return value === undefined || isStrings(value) ? undefined : `${name} must be a list of strings or absent`;
    case 'count':
      return Number.isInteger(value) && Number(value) >= 0 ? undefined : `${name} must be a whole number, 0 or more`;
    default:
      if (shape instanceof Nullable) return value === null ? undefined : problemIn(value, shape.shape, path);
      if (shape instanceof Optional) return value === undefined ? undefined : problemIn(value, shape.shape, path);
      if (shape instanceof ListOf) return problemInList(value, shape.each, path);
      return isRecord(value) ? problemInMembers(value, shape, path) : `${name} must be an object`;
  }
}

function problemInMembers(value: Members, shape: ObjectShape, path: string): string | undefined {
  for (const [key, member] of Object.entries(shape)) {
    const problem = problemIn(value[key], member, path === '' ? key : `${path}.${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemInList(value: unknown, each: ObjectShape, path: string): string | undefined {
  if (!Array.isArray(value)) return `“${path}” must be a list`;
  for (const [index, member] of value.entries()) {
    const problem = problemIn(member, each, `${path}.${index}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

interface Members {
  readonly [key: string]: unknown;
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
