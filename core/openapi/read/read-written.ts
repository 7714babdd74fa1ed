import type { SectionRole } from '#core/openapi/description/section-role.ts';
import type { DescriptionContext, Written } from '#core/openapi/model.ts';
import { descend, sectionPlace } from '#core/openapi/place.ts';
import type { Fault } from '#core/openapi/spec/fault.ts';
import { FaultFinder } from '#core/openapi/spec/find-faults.ts';
import { shapeAt, specsOf } from '#core/openapi/spec/spec-of.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findEntry } from '#core/tree/tree.ts';

/** A section as it is written, in one of its roles; it is compared with the tables when its faults are first asked for. */
export function readWritten(section: TreeSection, role: SectionRole, context: DescriptionContext): Written {
  return new WrittenSection(section, role, context);
}

class WrittenSection implements Written {
  readonly kind = 'openapi.written';
  readonly section: TreeSection;
  readonly context: DescriptionContext;
  readonly #role: SectionRole;
  #faultsRead: readonly Fault[] | undefined;

  constructor(section: TreeSection, role: SectionRole, context: DescriptionContext) {
    this.section = section;
    this.context = context;
    this.#role = role;
  }

  get span(): Span {
    const { tree, key, text } = this.section;
    return tree?.span ?? key?.span ?? { start: 0, end: text.length };
  }

  get faults(): readonly Fault[] {
    this.#faultsRead ??= readFaults(this.section, this.#role, this.context);
    return this.#faultsRead;
  }
}

function readFaults(
  section: TreeSection,
  role: SectionRole,
  { version, isDialectUnknown, rootUri }: DescriptionContext,
): readonly Fault[] {
  const { text, pointer, key, tree, uri } = section;
  const mayRepeat = text.includes('&') || (role.kind === 'fragment' && role.targets.length > 1);
  const finder = new FaultFinder(version, mayRepeat, !isDialectUnknown);
  // Without a target nobody knows in which map the section stands.
  const isPlaced = uri === rootUri && (role.kind === 'root' || role.targets.length > 0);
  const above = isPlaced && key !== undefined ? shapeAt(version, pointer.slice(0, -1)) : undefined;
  if (above !== undefined && key !== undefined) finder.findInKey(pointer, above, { key, value: tree });
  const own = section.isHeader ? undefined : sectionPlace(section);
  if (own === undefined || isOtherDocument(section, rootUri)) return finder.faults;
  for (const { steps, shape } of specsOf(section, role, version)) {
    const place = descend(own, steps);
    const site = { above: steps.length === 0 ? above : undefined, isTarget: role.kind === 'fragment' };
    if (place !== undefined) finder.find([...pointer, ...steps], place, shape, site);
  }
  return finder.faults;
}

/** True for the first document of a root file where the description is a later one. */
function isOtherDocument({ uri, pointer, tree }: TreeSection, rootUri: string): boolean {
  const isWhole = uri === rootUri && pointer.length === 0;
  return isWhole && ['openapi', 'swagger'].every((key) => findEntry(tree, key) === undefined);
}
