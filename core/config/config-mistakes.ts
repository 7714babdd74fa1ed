import type { ConfigProblem } from '#core/config/config.ts';
import type { Fix } from '#core/rule.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** A name in `plumbline.yaml`, with keys and list indexes down to it. */
export interface WrittenName extends Located<string> {
  readonly as: 'key' | 'value';
  readonly pointer: readonly string[];
}

/** The name of an entry; `pointer` leads to its map. */
export function keyName({ value, span }: Located<string>, above: readonly string[]): WrittenName {
  return { value, span, as: 'key', pointer: [...above, value] };
}

/** Collects the mistakes of one `plumbline.yaml`, with what mends them where that is known. */
export class ConfigMistakes {
  readonly problems: ConfigProblem[] = [];
  readonly #section: TreeSection;

  constructor(section: TreeSection) {
    this.#section = section;
  }

  report(span: Span, message: string, fixes: readonly Fix[] = []): void {
    const finding = { span, message, ...(fixes.length === 0 ? {} : { fixes }) };
    this.problems.push({ section: this.#section, finding });
  }

  /** `fault` is a sentence; what is meant or, where nothing is near, `otherwise` follows. */
  reportName(name: WrittenName, fault: string, meant: string | undefined, otherwise: string): void {
    if (meant === undefined) this.report(name.span, `${fault} ${otherwise}`);
    else this.report(name.span, `${fault} Did you mean “${meant}”?`, [this.#replaceBy(meant, name)]);
  }

  #replaceBy(meant: string, { value, as, pointer }: WrittenName): Fix {
    const { uri } = this.#section;
    const change: TreeChange =
      as === 'key' ? { kind: 'rename', uri, pointer, name: meant } : { kind: 'set', uri, pointer, value: meant };
    return fixOf(`Replace “${value}” by “${meant}”`, change);
  }
}

function fixOf(title: string, change: TreeChange): Fix {
  return { title, safety: 'review', changes: [change] };
}
