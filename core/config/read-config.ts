import type { Config, ConfigProblem } from '#core/config/config.ts';
import { ConfigReader } from '#core/config/config-reader.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** Reads `plumbline.yaml` from its one section; a mistaken part is reported and counts as absent. */
export function readConfig(
  section: TreeSection,
  rulebook: Rulebook,
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const reader = new ConfigReader(section, rulebook);
  return { config: reader.read(), problems: reader.problems };
}

type ReadConfig = ReturnType<typeof readConfig>;

const readOnce = new WeakMap<Rulebook, WeakMap<TreeSection, ReadConfig>>();

/** The same text gives the very same configuration, so that what was judged under it stands. */
export function readConfigOnce(section: TreeSection, rulebook: Rulebook): ReadConfig {
  const known = readOnce.get(rulebook) ?? new WeakMap<TreeSection, ReadConfig>();
  readOnce.set(rulebook, known);
  const result = known.get(section) ?? readConfig(section, rulebook);
  known.set(section, result);
  return result;
}
