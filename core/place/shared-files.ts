import { withAgreedFixes } from '#core/place/agreed-fixes.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What is said of a place, and by whom: the first description tells of it. */
interface Said {
  readonly raw: RawFinding;
  readonly others: RawFinding[];
  /** Where the first one stands among what is told. */
  readonly list: RawFinding[];
  readonly index: number;
}

/** The files that several descriptions use: what each of them says there is said once, with the fixes they agree on. */
export class SharedFiles {
  /** How many descriptions use a file, where that is more than one. */
  readonly #users = new Map<string, number>();
  /** By what is said. */
  readonly #said = new Map<string, Said>();

  /** A description that is not reviewed, for it says the same as another, uses its files all the same. */
  constructor(workspace: Pick<Workspace, 'descriptions' | 'copies'>) {
    const all = allDescriptions(workspace);
    if (all.length < 2) return;
    const users = new Map<string, number>();
    for (const { files } of all) for (const uri of files.keys()) users.set(uri, (users.get(uri) ?? 0) + 1);
    for (const [uri, count] of users) if (count > 1) this.#users.set(uri, count);
  }

  /** Takes note of what another description said before; false where none did. */
  wasSaid(raw: RawFinding): boolean {
    const said = this.#users.has(raw.section.uri) ? this.#said.get(keyOf(raw)) : undefined;
    if (said === undefined || said.raw.group === raw.group) return false;
    said.others.push(raw);
    return true;
  }

  /** Takes note of what is told, last in its list. */
  note(raw: RawFinding, list: RawFinding[]): void {
    if (!this.#users.has(raw.section.uri)) return;
    const key = keyOf(raw);
    if (!this.#said.has(key)) this.#said.set(key, { raw, others: [], list, index: list.length - 1 });
  }

  /** Leaves what is told the fixes that all who say it agree on. */
  *agree(): Steps<void> {
    const pace = new Pace();
    for (const { raw, others, list, index } of this.#said.values()) {
      if (pace.isDue(cost.looked)) yield;
      list[index] = withAgreedFixes({ raw, others, users: this.#users.get(raw.section.uri) ?? 1 });
    }
  }
}

function keyOf({ ruleId, section, finding: { span, message } }: RawFinding): string {
  return `${ruleId}\n${section.id}\n${span.start} ${span.end}\n${message}`;
}
