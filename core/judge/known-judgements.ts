import type { Judgement } from '#core/judge/judge-unit.ts';
import type { Dispatch } from '#core/judge/rule-dispatch.ts';
import type { Beside } from '#core/judge/rules-of-kind.ts';
import type { StaleSections } from '#core/judge/stale-sections.ts';
import type { ReviewUnit, UnitGroup, UnitMember } from '#core/project/review-unit.ts';
import type { SectionId } from '#core/text/section.ts';

export interface KnownJudgement {
  readonly judgement: Judgement;
  /** Where only what rules say holds that need none of this; a unit that sees no database may have read its own group instead. */
  readonly but: Beside | undefined;
}

/** The judgements of the run before, to be taken over one by one. Units mostly come in the same order again. */
export class KnownJudgements {
  /** Those of units that now stand behind one they stood before: facts are compared in file order. */
  readonly moved: Judgement[] = [];
  readonly #judgements: readonly Judgement[];
  /** By place: 1 where the judgement was taken. */
  readonly #taken: Uint8Array;
  readonly #stale: StaleSections;
  #next = 0;
  #furthest = -1;
  /** By group and section. */
  #places: ReadonlyMap<string, ReadonlyMap<SectionId, number>> | undefined;

  constructor(judgements: readonly Judgement[], stale: StaleSections) {
    this.#judgements = judgements;
    this.#taken = new Uint8Array(judgements.length);
    this.#stale = stale;
  }

  /** The judgement that still holds for a unit; undefined when it must be judged anew. */
  take(group: UnitGroup, member: UnitMember, dispatch: Dispatch): KnownJudgement | undefined {
    const place = this.#placeOf(group, member);
    const known = place === undefined ? undefined : this.#judgements[place];
    if (place === undefined || known === undefined) return undefined;
    if (place < this.#furthest) this.moved.push(known);
    this.#furthest = Math.max(this.#furthest, place);
    if (!isSameUnit(known, group, member, dispatch)) return undefined;
    const { stale, staleByDatabase } = this.#stale;
    const { id } = member.section;
    const others: readonly Beside[] = [
      ...(known.unit.base === group.base ? [] : (['base'] as const)),
      ...(stale.has(id) ? (['database'] as const) : []),
    ];
    if (others.length > 1 || (stale.has(id) && !staleByDatabase.has(id))) return undefined;
    const [but] = others;
    if (but === undefined) this.#taken[place] = 1;
    return { judgement: known, but };
  }

  /** The judgements that nobody took. */
  left(): readonly Judgement[] {
    return this.#judgements.filter((_judgement, place) => this.#taken[place] !== 1);
  }

  /** Where the unit with this group and section id stood; mostly right behind the one asked for before. */
  #placeOf({ group }: UnitGroup, { section }: UnitMember): number | undefined {
    for (let place = this.#next; place < this.#next + 2; place++) {
      const candidate = this.#judgements[place]?.unit;
      if (candidate?.group !== group || candidate.section.id !== section.id) continue;
      this.#next = place + 1;
      return place;
    }
    this.#places ??= placesOf(this.#judgements);
    return this.#places.get(group)?.get(section.id);
  }
}

/** Without joining names: of ten thousand, each joined one would have to be hashed. */
function placesOf(judgements: readonly Judgement[]): ReadonlyMap<string, ReadonlyMap<SectionId, number>> {
  const places = new Map<string, Map<SectionId, number>>();
  for (const [place, { unit }] of judgements.entries()) {
    const own = places.get(unit.group) ?? new Map<SectionId, number>();
    places.set(unit.group, own);
    own.set(unit.section.id, place);
  }
  return places;
}

/** Names a unit: a section is reviewed once in each description or schema. */
export function unitKey({ group, section }: Pick<ReviewUnit, 'group' | 'section'>): string {
  return `${group}\n${section.id}`;
}

function isSameUnit(
  { unit, dispatch }: Judgement,
  { context, schema }: UnitGroup,
  { section, roles }: UnitMember,
  dispatchNow: Dispatch,
): boolean {
  return (
    unit.section === section &&
    unit.role === roles.key &&
    unit.context === context &&
    unit.schema === schema &&
    dispatch === dispatchNow
  );
}
