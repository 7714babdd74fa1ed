import type { InSection } from '#core/rule.ts';
import { all } from '#rules/detectors/openapi/component-uses.ts';

/** What is known of a component: plain data. */
export interface ComponentFact {
  readonly id: string;
  readonly uses: readonly string[];
  readonly parents: readonly string[] | undefined;
  readonly isBase: boolean;
}

/**
 * The components that nothing uses, in groups: those that use each other, or the same ones, go together. `uses` are the ids that are
 * named elsewhere.
 */
export function unusedComponents<F extends ComponentFact>(
  components: readonly InSection<F>[],
  uses: Iterable<string>,
): readonly (readonly [InSection<F>, ...InSection<F>[]])[] {
  const byId = new Map(components.map((component) => [component.value.id, component]));
  const alive = reached(
    [...uses].flatMap((id) => namedBy(id, components)),
    byId,
  );
  return grouped(components.filter(({ value }) => !alive.has(value.id)));
}

function namedBy<F extends ComponentFact>(id: string, components: readonly InSection<F>[]): readonly string[] {
  if (!id.endsWith(`/${all}`)) return [id];
  const ids = components.map(({ value }) => value.id);
  return ids.filter((each) => each.startsWith(id.slice(0, -all.length)));
}

type ById<F> = ReadonlyMap<string, InSection<F>>;

/** What the ids lead to, and what is told apart by a base among them. */
function reached<F extends ComponentFact>(ids: readonly string[], byId: ById<F>): ReadonlySet<string> {
  const heirs = heirsOf([...byId.values()].map(({ value }) => value));
  const alive = new Set<string>();
  const pending = [...ids, ...(heirs.get(elsewhere) ?? [])];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const component = byId.get(id)?.value;
    if (component === undefined || alive.has(id)) continue;
    alive.add(id);
    pending.push(...component.uses);
    if (component.isBase || inherits(component, byId, alive)) pending.push(...(heirs.get(id) ?? []));
  }
  return alive;
}

const elsewhere = '';

/** The components that include each one. */
function heirsOf(components: readonly ComponentFact[]): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const { id, parents } of components) {
    for (const parent of parents ?? [elsewhere]) {
      const known = heirs.get(parent);
      if (known === undefined) heirs.set(parent, [id]);
      else known.push(id);
    }
  }
  return heirs;
}

/** True for an heir of a base that is used: its own heirs are told apart, too. */
function inherits<F extends ComponentFact>(
  component: ComponentFact,
  byId: ById<F>,
  alive: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  const pending = [...(component.parents ?? [])];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const parent = byId.get(id)?.value;
    if (parent === undefined || seen.has(id)) continue;
    seen.add(id);
    if (parent.isBase && alive.has(id)) return true;
    pending.push(...(parent.parents ?? []));
  }
  return false;
}

function grouped<F extends ComponentFact>(
  unused: readonly InSection<F>[],
): readonly (readonly [InSection<F>, ...InSection<F>[]])[] {
  const roots = new Map<string, string>(unused.map(({ value }) => [value.id, value.id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let above = roots.get(root); above !== undefined && above !== root; above = roots.get(root)) root = above;
    roots.set(id, root);
    return root;
  };
  for (const { value } of unused) {
    for (const id of value.uses) if (roots.has(id)) roots.set(rootOf(id), rootOf(value.id));
  }
  const groups = new Map<string, [InSection<F>, ...InSection<F>[]]>();
  for (const component of unused) {
    const root = rootOf(component.value.id);
    const known = groups.get(root);
    if (known === undefined) groups.set(root, [component]);
    else known.push(component);
  }
  return [...groups.values()].map((group) => headFirst(group));
}

/** The first that no other of the group uses comes first. */
function headFirst<F extends ComponentFact>(
  group: readonly [InSection<F>, ...InSection<F>[]],
): readonly [InSection<F>, ...InSection<F>[]] {
  const used = new Set(group.flatMap(({ value }) => value.uses));
  const head = group.find(({ value }) => !used.has(value.id)) ?? group[0];
  return [head, ...group.filter((component) => component !== head)];
}
