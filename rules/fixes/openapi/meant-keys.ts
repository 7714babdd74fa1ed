import { isKnownKey } from '#core/openapi/description/stray-keys.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import type { Fix } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { lastKey } from '#rules/detectors/openapi/last-key.ts';
import type { LostReference } from '#rules/detectors/openapi/lost-reference.ts';

/** A key that may be one others lead through, misspelt. */
export interface UnknownKey {
  readonly kind: 'stray';
  readonly section: Section;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

/** A stray key that is meant to be another one. */
export interface MeantKey<K extends UnknownKey = UnknownKey> {
  readonly stray: K;
  readonly name: string;
  /** The same object for all that lead through it. */
  readonly fix: Fix;
}

/** The keys of a description that nobody knows, and what each is meant to be. */
export class MeantKeys<K extends UnknownKey = UnknownKey> {
  readonly #strays: readonly K[];
  readonly #fixes = new Map<UnknownKey, Fix>();

  constructor(strays: readonly K[]) {
    this.#strays = strays;
  }

  /** The key that is almost the one that is missing, and stands where that should. */
  meantBy({ missingPart }: Pick<LostReference, 'missingPart'>): MeantKey<K> | undefined {
    if (missingPart === undefined || !isKnownKey(missingPart.pointer)) return undefined;
    const { uri, pointer } = missingPart;
    const above = formatPointer(pointer.slice(0, -1));
    const beside = this.#strays.filter(
      (stray) => stray.uri === uri && formatPointer(stray.pointer.slice(0, -1)) === above,
    );
    const name = lastKey(pointer);
    const nearest = nearestName(
      name,
      beside.map((stray) => lastKey(stray.pointer)),
    );
    const stray = beside.find((candidate) => lastKey(candidate.pointer) === nearest);
    return stray && { stray, name, fix: this.#fixOf(stray, name) };
  }

  #fixOf(stray: UnknownKey, name: string): Fix {
    const { uri, pointer } = stray;
    const title = `Rename “${lastKey(pointer)}” to “${name}”`;
    const fix: Fix = this.#fixes.get(stray) ?? {
      title,
      safety: 'review',
      changes: [{ kind: 'rename', uri, pointer, name }],
    };
    this.#fixes.set(stray, fix);
    return fix;
  }
}
