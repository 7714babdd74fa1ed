import type { RawFinding } from '#core/raw-finding.ts';
import type { Cause } from '#core/rule.ts';
import type { Section, SectionId } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';

/** Where the places that facts name stood in their sections before an edit, and stand now. */
export class SpanMoves {
  /** By section and place before. */
  readonly #moves = new Map<SectionId, Map<string, Move>>();
  #isClear = true;

  /** Notes that facts name this section: of its spans only those that were added are known. */
  addSection(id: SectionId): void {
    if (!this.#moves.has(id)) this.#moves.set(id, new Map());
  }

  addSpan(id: SectionId, before: Span, after: Span): void {
    this.addSection(id);
    const known = this.#moves.get(id)?.get(placeKey(before));
    if (known === undefined) this.#moves.get(id)?.set(placeKey(before), { before, after });
    else if (placeKey(known.after) !== placeKey(after)) this.#isClear = false;
  }

  get isEmpty(): boolean {
    return this.#isClear && [...this.#moves.values()].every((moves) => [...moves.values()].every(isSamePlace));
  }

  /** The findings at their new places; undefined unless each of those is known and all come in the same order. */
  applyTo(findings: readonly RawFinding[]): readonly RawFinding[] | undefined {
    if (!this.#isClear || ![...this.#moves.values()].every(keepsOrder)) return undefined;
    const places = placesNamed(findings);
    const causes = new Map(places.causes.map((cause) => [cause, this.#movedCause(cause)]));
    const isStill = [...causes].every(([before, now]) => before === now);
    const named = [...this.#moves.keys()].flatMap((id) => places.bySection.get(id) ?? []);
    const moved = [...findings];
    // Of all others nothing can move, and nobody looks at them.
    for (const index of isStill ? new Set(named) : findings.keys()) {
      const raw = findings[index];
      const now = raw && this.#moved(raw, causes);
      if (now === undefined) return undefined;
      moved[index] = now;
    }
    if (isStill) known.set(moved, places);
    return moved;
  }

  #moved(raw: RawFinding, causes: ReadonlyMap<Cause, Cause | undefined>): RawFinding | undefined {
    const { section, finding } = raw;
    const span = this.#spanOf(section, finding.span);
    if (span === undefined) return undefined;
    const related = finding.related?.flatMap((place) => this.#movedPlace(place) ?? []);
    if (related?.length !== finding.related?.length) return undefined;
    const cause = finding.cause?.place === undefined ? finding.cause : causes.get(finding.cause);
    if (finding.cause !== undefined && cause === undefined) return undefined;
    if (span === finding.span && related === undefined && cause === finding.cause) return raw;
    return { ...raw, finding: { ...finding, span, ...(related && { related }), ...(cause && { cause }) } };
  }

  #movedCause(cause: Cause): Cause | undefined {
    const place = cause.place && this.#movedPlace(cause.place);
    if (place?.span === cause.place?.span) return cause;
    return place && { ...cause, place };
  }

  #movedPlace<P extends { readonly section: Section; readonly span: Span }>(place: P): P | undefined {
    const span = this.#spanOf(place.section, place.span);
    return span && { ...place, span };
  }

  #spanOf({ id }: Section, span: Span): Span | undefined {
    const moves = this.#moves.get(id);
    const move = moves?.get(placeKey(span));
    if (moves === undefined || (move !== undefined && isSamePlace(move))) return span;
    return move?.after;
  }
}

/** What a list of findings names; the same for a list in which some have moved. */
interface NamedPlaces {
  /** By section, which of them name it, in order. */
  readonly bySection: ReadonlyMap<SectionId, readonly number[]>;
  /** Their causes that have a place. */
  readonly causes: readonly Cause[];
}

const known = new WeakMap<readonly RawFinding[], NamedPlaces>();

function placesNamed(findings: readonly RawFinding[]): NamedPlaces {
  const places = known.get(findings) ?? findPlaces(findings);
  known.set(findings, places);
  return places;
}

function findPlaces(findings: readonly RawFinding[]): NamedPlaces {
  const bySection = new Map<SectionId, number[]>();
  const causes = new Set<Cause>();
  for (const [index, { section, finding }] of findings.entries()) {
    const related = finding.related?.map((place) => place.section.id) ?? [];
    for (const id of new Set([section.id, ...related])) {
      const indexes = bySection.get(id);
      if (indexes === undefined) bySection.set(id, [index]);
      else indexes.push(index);
    }
    if (finding.cause?.place !== undefined) causes.add(finding.cause);
  }
  return { bySection, causes: [...causes] };
}

interface Move {
  readonly before: Span;
  readonly after: Span;
}

function placeKey({ start, end }: Span): string {
  return `${start} ${end}`;
}

function isSamePlace({ before, after }: Move): boolean {
  return before.start === after.start && before.end === after.end;
}

/** What is first stays first, and what begins together still does. */
function keepsOrder(moves: ReadonlyMap<string, Move>): boolean {
  const sorted = [...moves.values()].sort((a, b) => a.before.start - b.before.start);
  return sorted.every(({ before, after }, index) => {
    const next = sorted[index + 1];
    return (
      next === undefined || Math.sign(next.before.start - before.start) === Math.sign(next.after.start - after.start)
    );
  });
}
