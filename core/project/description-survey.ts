import type { ReviewNode } from '#core/node.ts';
import type { Description, UnreadFiles } from '#core/openapi/description/description.ts';
import { descriptionScope } from '#core/project/scopes.ts';
import { visitSection } from '#core/project/visit-section.ts';
import type { Change, Collector, InSection, LateChanges, Scope, Survey, Usages } from '#core/rule.ts';
import { ifUnderstood } from '#core/work/understood.ts';

const surveys = new WeakMap<Description, DescriptionSurvey>();

/** The survey of a description; the very same one as long as that, and what could not be read, are the same. */
export function surveyOf(description: Description, unread: UnreadFiles): DescriptionSurvey {
  const known = surveys.get(description);
  if (known?.unread === unread) return known;
  const survey = new DescriptionSurvey(description, unread);
  surveys.set(description, survey);
  return survey;
}

/** Gathers what fixes need of a description, once. Nobody notes what it reads: it holds for this very description alone. */
class DescriptionSurvey implements Survey {
  readonly unread: UnreadFiles;
  readonly #description: Description;
  readonly #scope: Scope & Usages;
  readonly #gathered = new Map<Collector<unknown>, readonly InSection<unknown>[]>();
  readonly #changes = new WeakMap<LateChanges, readonly Change[]>();

  constructor(description: Description, unread: UnreadFiles) {
    this.unread = unread;
    this.#description = description;
    const scope = descriptionScope(description, unread, {
      isConfiguredAlike: () => true,
      isUsedElsewhere: () => false,
    });
    // What is not understood tells nothing of how things are written; the rest does.
    this.#scope = {
      ...scope,
      usage: (schema) => description.usage(schema),
      resolve: (target) => description.resolve(target),
      find: (kind, name) => ifUnderstood(() => scope.find(kind, name)),
      roots: (kind) => ifUnderstood(() => scope.roots(kind)) ?? [],
    };
  }

  gathered<F>(collector: Collector<F>): readonly InSection<F>[] {
    // A collector is asked for what it gathered itself.
    const known = this.#gathered.get(collector) as readonly InSection<F>[] | undefined;
    const gathered = known ?? this.#gather(collector);
    this.#gathered.set(collector, gathered);
    return gathered;
  }

  /** What late changes come to in this description; none where they depend on what is not understood. */
  changes(late: LateChanges): readonly Change[] {
    const made = this.#changes.get(late) ?? ifUnderstood(() => late.make(this)) ?? [];
    this.#changes.set(late, made);
    return made;
  }

  #gather<F>({ on, isClosed, gather }: Collector<F>): readonly InSection<F>[] {
    const kinds = new Set(on);
    const gathered: InSection<F>[] = [];
    for (const member of this.#description.sectionsToReview()) {
      const { section } = member;
      const add = (node: ReviewNode): void => {
        for (const value of gather(node, this.#scope)) gathered.push({ section, value });
      };
      visitSection(
        this.#description,
        member,
        (node) => kinds.has(node.kind) && ifUnderstood(() => add(node)),
        isClosed,
      );
    }
    return gathered;
  }
}
