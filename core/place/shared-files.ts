import type { Description } from '#core/openapi/description/description.ts';
import type { RawFinding } from '#core/raw-finding.ts';

/** The files that several descriptions use: what each of them says there is said once. */
export class SharedFiles {
  readonly #shared = new Set<string>();
  /** By what is said: the description that says it first. */
  readonly #said = new Map<string, string>();

  constructor(descriptions: readonly Description[]) {
    if (descriptions.length < 2) return;
    const seen = new Set<string>();
    for (const { files } of descriptions) {
      for (const uri of files.keys()) {
        if (seen.has(uri)) this.#shared.add(uri);
        else seen.add(uri);
      }
    }
  }

  /** True for what another description said before. */
  wasSaid(raw: RawFinding): boolean {
    if (this.#shared.size === 0 || !this.#shared.has(raw.section.uri)) return false;
    const { ruleId, group, section, finding } = raw;
    const { span, message } = finding;
    const key = `${ruleId}\n${section.id}\n${span.start} ${span.end}\n${message}`;
    const first = this.#said.get(key);
    if (first === undefined) this.#said.set(key, group);
    return first !== undefined && first !== group;
  }
}
