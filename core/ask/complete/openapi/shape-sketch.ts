import { choice, literal, stop } from '#core/ask/complete/snippet.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { fieldOf, latestEdition, objectOf } from '#core/openapi/spec/objects-of.ts';
import type { ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';

/** A value that is written for somebody to go on from; texts are snippets. */
export type Sketch =
  /** `isText`: it stands in quotes where texts do. */
  | { readonly kind: 'scalar'; readonly snippet: string; readonly isText: boolean }
  | {
      readonly kind: 'map';
      readonly entries: readonly (readonly [key: string, value: Sketch])[];
      readonly rest?: string;
    }
  | { readonly kind: 'list'; readonly items: readonly Sketch[]; readonly rest?: string };

/** Deeper values are left to those who write. */
const deepest = 4;

/** Sketches values by their shapes: what must stand in them, the likeliest of several, and stops for all else. */
export class Sketcher {
  readonly #version: OpenApiVersion;
  #stops = 0;

  constructor(version: OpenApiVersion) {
    this.#version = version;
  }

  /** A value with nothing in it that need not be there. */
  value(shape: ValueShape, key: string, depth = 0): Sketch {
    switch (shape.kind) {
      case 'text':
        return this.#text(shape, key, depth);
      case 'boolean':
        return plain(choice(++this.#stops, ['true', 'false']));
      case 'number':
      case 'integer':
        return plain(stop(++this.#stops, '1'));
      case 'any':
        return plain(this.next());
      case 'object':
        return this.object(shape.of, depth);
      case 'list':
        return this.#list(shape.of, key, depth);
      case 'map':
        return { kind: 'map', entries: [], rest: this.next() };
      case 'either': {
        const [first] = shape.of;
        return first === undefined ? plain(this.next()) : this.value(first, key, depth);
      }
      default:
        return shape satisfies never;
    }
  }

  /** An object with the fields that must be there. */
  object(name: ObjectName, depth = 0): Sketch {
    const entries = depth > deepest ? [] : this.#needed(name).map((key) => this.#entry(name, key, depth));
    return entries.length > 0 ? { kind: 'map', entries } : { kind: 'map', entries: [], rest: this.next() };
  }

  /** An answer with this description. */
  response(description: string): Sketch {
    const text = stop(++this.#stops, description);
    return { kind: 'map', entries: [['description', { kind: 'scalar', snippet: text, isText: true }]] };
  }

  next(): string {
    return `$${++this.#stops}`;
  }

  #entry(object: ObjectName, key: string, depth: number): readonly [string, Sketch] {
    const field = objectOf(this.#version, object);
    const value = field && fieldOf(field, key)?.value;
    if (object === 'responses' && value === undefined) return [key, this.response('OK')];
    if (key === 'schema' && isPlainValue(object)) {
      return [key, { kind: 'map', entries: [['type', text(choice(++this.#stops, types))]] }];
    }
    return [key, value === undefined ? plain(this.next()) : this.value(value, key, depth + 1)];
  }

  /** The fields that must be there, and the first of each group of which one must. */
  #needed(name: ObjectName): readonly string[] {
    const spec = objectOf(this.#version, name);
    if (spec === undefined) return [];
    if (name === 'responses') return ['200'];
    const usual = usuallyThere[name];
    if (usual !== undefined) return usual;
    const required = Object.entries(spec.fields).flatMap(([key, field]) => (field.isRequired === true ? [key] : []));
    const chosen = (spec.needsOneOf ?? []).flatMap((group) => group.find((key) => fieldOf(spec, key)) ?? []);
    return [...new Set([...required, ...chosen])];
  }

  #list(item: ValueShape, key: string, depth: number): Sketch {
    const sketch = this.value(item, key, depth);
    const isEmpty = sketch.kind !== 'scalar' && sketch.rest !== undefined;
    return isEmpty ? { kind: 'list', items: [], rest: sketch.rest ?? '' } : { kind: 'list', items: [sketch] };
  }

  #text(shape: ValueShape & { kind: 'text' }, key: string, depth: number): Sketch {
    const { values, form } = shape;
    if (form?.startsWith('version-')) return text(latestEdition[this.#version]);
    if (values?.length === 1) return text(literal(values[0] ?? ''));
    if (depth === 0) return text(this.next());
    return text(values === undefined ? stop(++this.#stops, placeholders[key] ?? key) : choice(++this.#stops, values));
  }
}

/** What stands in these whether it must or not. */
const usuallyThere: { readonly [O in ObjectName]?: readonly string[] } = {
  operation: ['responses'],
  'media-type': ['schema'],
};

/** True for what is mostly a text or a number. */
function isPlainValue(object: ObjectName): boolean {
  return object === 'parameter' || object === 'header';
}

const types = ['string', 'integer', 'number', 'boolean', 'object', 'array'];

const placeholders: Readonly<Record<string, string>> = {
  version: '1.0.0',
  url: 'https://example.com',
  authorizationUrl: 'https://example.com/authorize',
  tokenUrl: 'https://example.com/token',
  openIdConnectUrl: 'https://example.com/.well-known/openid-configuration',
};

function text(snippet: string): Sketch {
  return { kind: 'scalar', snippet, isText: true };
}

function plain(snippet: string): Sketch {
  return { kind: 'scalar', snippet, isText: false };
}
