import type { Exchange, SectionExtract } from '#core/openapi/description/section-extract.ts';
import type { Schema } from '#core/openapi/model.ts';
import type { Place } from '#core/openapi/place.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { SchemaUsage } from '#core/rule.ts';
import type { SectionId } from '#core/text/section.ts';
import { recordReads } from '#core/work/note-read.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { keyOf, type ReadKey } from '#core/work/read.ts';
import type { Steps } from '#core/work/steps.ts';

const unused: SchemaUsage = { inRequest: false, inResponse: false };

/** Directions as bits, so that both together are one number. */
const inRequest = 1;
const inResponse = 2;

/** Which values of a description travel in requests and which in responses, directly or through `$ref`s. */
export class UsageIndex {
  readonly #marks = new Map<SectionId, Map<string, number>>();
  readonly #watched = new Set<ReadKey>();

  /** Made in steps. `follow` gives the place a `$ref` leads to in one step, and notes what it reads on the way. */
  static *read(extracts: readonly SectionExtract[], follow: FollowReference): Steps<UsageIndex> {
    const index = new UsageIndex();
    yield* index.#spreadAll(yield* index.#markZones(extracts), follow);
    return index;
  }

  private constructor() {}

  usageOf(schema: Schema): SchemaUsage {
    const { section, location } = schema;
    const marks = this.#marks.get(section.id);
    if (marks === undefined) return unused;
    // Of a component mostly all of it is marked, and nothing within.
    let found = marks.get(joined(section.pointer)) ?? 0;
    if (found === 0 || marks.size > 1)
      for (const prefix of prefixesOf(pointerOf(location))) found |= marks.get(prefix) ?? 0;
    return found === 0 ? unused : { inRequest: (found & inRequest) !== 0, inResponse: (found & inResponse) !== 0 };
  }

  /** The sections whose values travel differently than under `other`. */
  differences(other: UsageIndex): readonly SectionId[] {
    const ids = new Set([...this.#marks.keys(), ...other.#marks.keys()]);
    return [...ids].filter((id) => !sameMarks(this.#marks.get(id), other.#marks.get(id)));
  }

  /** True when a `$ref` leads, or may come to lead, to a place inside this section: then its text matters, not only its `$ref`s. */
  watches(id: SectionId): boolean {
    return this.#watched.has(keyOf({ kind: 'section', id }));
  }

  /** Marks what operations send and receive themselves; gives back the `$ref`s of each section. One that is yet to be walked takes a step. */
  *#markZones(extracts: readonly SectionExtract[]): Steps<Edges> {
    const edgesOf = new Map<SectionId, readonly Edge[]>();
    const pace = new Pace();
    for (const extract of extracts) {
      if (!extract.isWalked || pace.isDue(cost.followed)) yield;
      const { zones, edges } = readFlows(extract);
      const { id } = extract.section;
      for (const [pointer, direction] of zones) this.#mark(id, pointer, direction);
      const known = edgesOf.get(id);
      if (edges.length > 0) edgesOf.set(id, known === undefined ? edges : [...known, ...edges]);
    }
    return edgesOf;
  }

  /** What a target refers to travels where the target does, unless an operation in between says otherwise. */
  *#spreadAll(edgesOf: Edges, follow: FollowReference): Steps<void> {
    const pending: Arrival[] = [];
    const pace = new Pace();
    for (const edges of edgesOf.values()) {
      for (const { reference, direction } of edges) {
        if (direction === undefined) continue;
        this.#arrive(reference, direction, follow, pending);
        if (pace.isDue(cost.followed)) yield;
      }
    }
    for (let arrival = pending.pop(); arrival; arrival = pending.pop()) {
      if (pace.isDue(cost.followed)) yield;
      for (const edge of edgesOf.get(arrival.section) ?? []) {
        if (edge.direction !== undefined || !isWithin(arrival.pointer, edge.pointer)) continue;
        this.#arrive(edge.reference, arrival.direction, follow, pending);
        if (pace.isDue(cost.followed)) yield;
      }
    }
  }

  #arrive(reference: Reference, direction: number, follow: FollowReference, pending: Arrival[]): void {
    const place = this.#placeOf(reference, follow);
    if (place === undefined) return;
    const { section } = place.location;
    const pointer = joined(pointerOf(place.location));
    if (this.#mark(section.id, pointer, direction)) pending.push({ section: section.id, pointer, direction });
  }

  /** What leads to a whole section leads there whatever that says; all else depends on the text of a section. */
  #placeOf(reference: Reference, follow: FollowReference): Place | undefined {
    const place = isDeep(reference) ? undefined : follow(reference);
    return place !== undefined && place.location.parent === undefined ? place : this.#followWatched(reference, follow);
  }

  #followWatched(reference: Reference, follow: FollowReference): Place | undefined {
    const { result, reads } = recordReads(() => follow(reference));
    for (const key of reads) this.#watched.add(key);
    return result;
  }

  /** False when the mark was there before. */
  #mark(section: SectionId, pointer: string, direction: number): boolean {
    const marks = this.#marks.get(section) ?? new Map<string, number>();
    this.#marks.set(section, marks);
    const before = marks.get(pointer) ?? 0;
    marks.set(pointer, before | direction);
    return (before | direction) !== before;
  }
}

/** An index that kept it would keep earlier versions of the files in memory. */
type FollowReference = (reference: Reference) => Place | undefined;

/** The `$ref`s of each section that has any. */
type Edges = ReadonlyMap<SectionId, readonly Edge[]>;

/** True for a `$ref` that leads further than to a whole section of its own file. */
function isDeep({ target }: Reference): boolean {
  if (!target.startsWith('#/')) return true;
  const steps = target.split('/').length - 1;
  return steps > (target.startsWith('#/components/') ? 3 : 2);
}

/** True when two extracts let values travel in the same way, wherever their sections stand in the file. */
export function sameFlows(a: SectionExtract, b: SectionExtract): boolean {
  return flowsKey(a) === flowsKey(b);
}

const flowKeys = new WeakMap<SectionExtract, string>();

function flowsKey(extract: SectionExtract): string {
  const known = flowKeys.get(extract);
  if (known !== undefined) return known;
  const { zones, edges } = readFlows(extract);
  const told = edges.map(({ pointer, reference, direction }) => [pointer, reference.target, reference.to, direction]);
  const key = JSON.stringify([extract.section.id, [...zones], told]);
  flowKeys.set(extract, key);
  return key;
}

function sameMarks(a: ReadonlyMap<string, number> | undefined, b: ReadonlyMap<string, number> | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.size === b.size && [...a].every(([pointer, direction]) => b.get(pointer) === direction);
}

/** A `$ref` with its pointer and the direction it travels in; undefined in a component, which goes wherever it is used. */
interface Edge {
  readonly pointer: string;
  readonly reference: Reference;
  readonly direction: number | undefined;
}

interface Arrival {
  readonly section: SectionId;
  readonly pointer: string;
  readonly direction: number;
}

interface Flows {
  readonly zones: ReadonlyMap<string, number>;
  readonly edges: readonly Edge[];
}

const flowsOf = new WeakMap<SectionExtract, Flows>();

/** Kinds of targets that can hold schemas; a part is a whole `content` map. */
const carriers = new Set([
  'openapi.schema',
  'openapi.parameter',
  'openapi.request-body',
  'openapi.response',
  'openapi.header',
  'openapi.media-type',
  'openapi.part',
]);

function readFlows(extract: SectionExtract): Flows {
  const known = flowsOf.get(extract);
  if (known) return known;
  const zones = new Map(extract.exchanges.flatMap(zonesOf));
  const edges = extract.references
    .filter(({ to }) => carriers.has(to))
    .map((reference): Edge => {
      const steps = pointerOf(reference.location);
      return { pointer: joined(steps), reference, direction: directionAt(steps, zones) };
    });
  const flows = { zones, edges };
  flowsOf.set(extract, flows);
  return flows;
}

/** What a webhook or a callback sends is outgoing, like a response. */
function zonesOf({ location, kind, origin }: Exchange): readonly (readonly [string, number])[] {
  const isOutgoing = origin === 'webhook' || origin === 'callback';
  const sent = isOutgoing ? inResponse : inRequest;
  const base = pointerOf(location);
  const zone = (key: string, direction: number) => [joined([...base, key]), direction] as const;
  if (kind === 'openapi.path-item') return [zone('parameters', sent)];
  return [zone('parameters', sent), zone('requestBody', sent), zone('responses', isOutgoing ? inRequest : inResponse)];
}

function directionAt(steps: readonly string[], zones: ReadonlyMap<string, number>): number | undefined {
  if (zones.size === 0) return undefined;
  return prefixesOf(steps)
    .map((prefix) => zones.get(prefix))
    .findLast((direction) => direction !== undefined);
}

/** One text for a path of steps; each step begins with a character that keys hardly ever hold. */
function joined(steps: readonly string[]): string {
  return steps.map((step) => `\n${step}`).join('');
}

function isWithin(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}\n`);
}

/** The pointer of every value on the way to these steps, the outermost first. */
function prefixesOf(steps: readonly string[]): readonly string[] {
  const prefixes = [''];
  let prefix = '';
  for (const step of steps) {
    prefix += `\n${step}`;
    prefixes.push(prefix);
  }
  return prefixes;
}
