import type { Description } from '#core/openapi/description.ts';
import { walkSection } from '#core/openapi/walk.ts';
import { descriptionScope } from '#core/project/scopes.ts';
import type { Change, Collector, InSection, LateChanges, Scope, Survey } from '#core/rule.ts';

const surveys = new WeakMap<Description, DescriptionSurvey>();

/** The survey of a description; the very same one as long as the description is the same. */
export function surveyOf(description: Description): DescriptionSurvey {
  const survey = surveys.get(description) ?? new DescriptionSurvey(description);
  surveys.set(description, survey);
  return survey;
}

/** Gathers what fixes need of a description, once. Nobody notes what it reads: it holds for this very description alone. */
class DescriptionSurvey implements Survey {
  readonly #description: Description;
  readonly #scope: Scope;
  readonly #gathered = new Map<Collector<unknown>, readonly InSection<unknown>[]>();
  readonly #changes = new WeakMap<LateChanges, readonly Change[]>();

  constructor(description: Description) {
    this.#description = description;
    this.#scope = descriptionScope(description, undefined, undefined, new Map());
  }

  gathered<F>(collector: Collector<F>): readonly InSection<F>[] {
    // A collector is asked for what it gathered itself.
    const known = this.#gathered.get(collector) as readonly InSection<F>[] | undefined;
    const gathered = known ?? this.#gather(collector);
    this.#gathered.set(collector, gathered);
    return gathered;
  }

  /** What late changes come to in this description. */
  changes(late: LateChanges): readonly Change[] {
    const made = this.#changes.get(late) ?? late.make(this);
    this.#changes.set(late, made);
    return made;
  }

  #gather<F>({ on, isClosed, gather }: Collector<F>): readonly InSection<F>[] {
    const kinds = new Set(on);
    const gathered: InSection<F>[] = [];
    for (const { section, roles, context } of this.#description.sectionsToReview()) {
      const visit = (node: Parameters<typeof isClosed>[0]): void => {
        if (!kinds.has(node.kind)) return;
        for (const value of gather(node, this.#scope)) gathered.push({ section, value });
      };
      walkSection(section, roles, context, visit, isClosed);
    }
    return gathered;
  }
}
