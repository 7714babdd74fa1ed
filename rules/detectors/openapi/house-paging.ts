import { largest } from '#core/work/largest.ts';
import type { PagingParameter } from '#rules/detectors/openapi/paging-parameter.ts';
import type { PagingStyle } from '#rules/detectors/openapi/paging-style.ts';

/** A list that should page as the others do. */
export interface PagedLike {
  readonly area: readonly string[];
  readonly isBare: boolean;
}

/** Lists that page in one way, to the letter. */
interface Form {
  readonly first: PagingStyle;
  /** The parameters as text, to count those that are written alike. */
  readonly written: readonly string[];
  count: number;
  /** How many of them lie in each part of the API, and the first. */
  readonly near: Map<string, { readonly first: PagingStyle; count: number }>;
}

/** How the lists of a description page: those with the same parameters belong together, whatever is said about these. */
export class HousePaging {
  readonly #groups = new Map<string, Map<string, Form>>();

  constructor(styles: readonly PagingStyle[]) {
    for (const style of styles) this.#add(style);
  }

  /**
   * The paging most used for lists like this one. Lists of the same part of the API weigh three times as much, and lists whose
   * bodies have the same form twice, and so do those whose parameters speak of no resource.
   */
  for(like: PagedLike): PagingStyle | undefined {
    let best: { readonly sum: number; readonly forms: readonly Weighed[] } | undefined;
    for (const group of this.#groups.values()) {
      const forms = [...group.values()].map((form) => ({ form, sum: weigh(form, like) }));
      const sum = forms.reduce((total, one) => total + one.sum, 0);
      if (best === undefined || sum > best.sum) best = { sum, forms };
    }
    const [heaviest] = [...(best?.forms ?? [])].sort((a, b) => b.sum - a.sum);
    return (
      heaviest && { ...nearest(heaviest.form, like), parameters: usualParameters(heaviest.form, best?.forms ?? []) }
    );
  }

  #add(style: PagingStyle): void {
    const { parameters, page, headers, isBare, area } = style;
    const key = JSON.stringify(parameters.map(({ in: place, name }) => `${place} ${name}`).sort());
    const group = this.#groups.get(key) ?? new Map<string, Form>();
    this.#groups.set(key, group);
    const formKey = JSON.stringify([parameters.map(({ value }) => value), page?.parts, headers, isBare]);
    const written = parameters.map((parameter) => JSON.stringify(parameter));
    const form = group.get(formKey) ?? { first: style, written, count: 0, near: new Map() };
    group.set(formKey, form);
    form.count++;
    for (const name of area) {
      const near = form.near.get(name) ?? { first: style, count: 0 };
      form.near.set(name, near);
      near.count++;
    }
  }
}

interface Weighed {
  readonly form: Form;
  readonly sum: number;
}

/** The parameters of one form, each written as most of its group write it. */
function usualParameters({ first }: Form, forms: readonly Weighed[]): readonly PagingParameter[] {
  const weights = new Map<string, { readonly parameter: PagingParameter; sum: number }>();
  for (const { form, sum } of forms) {
    for (const [index, parameter] of form.first.parameters.entries()) {
      const key = form.written[index] ?? '';
      const known = weights.get(key);
      if (known === undefined) weights.set(key, { parameter, sum });
      else known.sum += sum;
    }
  }
  const sorted = [...weights.values()].sort((a, b) => b.sum - a.sum);
  return first.parameters.map((own) => {
    const usual = sorted.find(({ parameter }) => parameter.name === own.name && parameter.in === own.in);
    return usual?.parameter ?? own;
  });
}

function weigh({ first, count, near }: Form, { area, isBare }: PagedLike): number {
  const close = largest(
    0,
    area.map((name) => near.get(name)?.count ?? 0),
  );
  const hasForm = isBare ? first.isBare : first.page !== undefined;
  return (count + 2 * close) * (hasForm ? 2 : 1) * (first.isSpecific ? 1 : 2);
}

function nearest({ first, near }: Form, { area }: PagedLike): PagingStyle {
  const [close] = area.flatMap((name) => near.get(name) ?? []).sort((a, b) => b.count - a.count);
  return close?.first ?? first;
}
