import type { RawFinding } from '#core/raw-finding.ts';
import type { Cause, Section } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { SectionId } from '#core/tree/section.ts';

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
    const moved = findings.flatMap((finding) => this.#moved(finding) ?? []);
    return moved.length === findings.length ? moved : undefined;
  }

  #moved(raw: RawFinding): RawFinding | undefined {
    const { section, finding } = raw;
    const span = this.#spanOf(section, finding.span);
    if (span === undefined) return undefined;
    const related = finding.related?.flatMap((place) => this.#movedPlace(place) ?? []);
    if (related?.length !== finding.related?.length) return undefined;
    const cause = finding.cause && this.#movedCause(finding.cause);
    if (finding.cause !== undefined && cause === undefined) return undefined;
    if (span === finding.span && related === undefined && cause === finding.cause) return raw;
    return { ...raw, finding: { ...finding, span, ...(related && { related }), ...(cause && { cause }) } };
  }

  #movedCause(cause: Cause): Cause | undefined {
    if (cause.place === undefined) return cause;
    const place = this.#movedPlace(cause.place);
    if (place === undefined) return undefined;
    return place.span === cause.place.span ? cause : { ...cause, place };
  }

  #movedPlace<P extends { readonly section: Section; readonly span: Span }>(place: P): P | undefined {
    const span = this.#spanOf(place.section, place.span);
    return span && { ...place, span };
  }

  #spanOf({ id }: Section, span: Span): Span | undefined {
    const moves = this.#moves.get(id);
    return moves === undefined ? span : moves.get(placeKey(span))?.after;
  }
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
