import type { OrReference, SecurityRequirement, SecurityScheme } from '#core/openapi/model.ts';
import { entryPlaces, itemPlaces, type NamedPlace, type Place } from '#core/openapi/place.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { isMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { Located } from '#core/text/span.ts';
import { findString } from '#core/tree/tree.ts';

/** The security scheme or `$ref` at a place; a text there defines a scheme of which nothing is known. */
export function readSecurityScheme(place: NamedPlace): OrReference<SecurityScheme> | undefined {
  if (place.tree.kind !== 'map' && !isMisplacedText(place.tree)) return undefined;
  return readReference(place, 'openapi.security-scheme') ?? new SecuritySchemeView(place);
}

/** The alternatives of a `security` list; none for anything but a list. */
export function readSecurity(security: Place, level: SecurityRequirement['level']): readonly SecurityRequirement[] {
  return itemPlaces(security)
    .filter(({ tree }) => tree.kind === 'map')
    .map((place) => new SecurityRequirementView(place, level));
}

class SecuritySchemeView extends ReadView implements SecurityScheme {
  readonly kind = 'openapi.security-scheme';
  readonly name: Located<string>;

  constructor(place: NamedPlace) {
    super(place);
    this.name = place.name;
  }

  get type(): Located<string> | undefined {
    return findString(this.tree, 'type');
  }

  get in(): Located<string> | undefined {
    return findString(this.tree, 'in');
  }

  get parameterName(): Located<string> | undefined {
    return findString(this.tree, 'name');
  }

  get scheme(): Located<string> | undefined {
    return findString(this.tree, 'scheme');
  }
}

class SecurityRequirementView extends ReadView implements SecurityRequirement {
  readonly kind = 'openapi.security-requirement';
  readonly level: SecurityRequirement['level'];

  constructor(place: Place, level: SecurityRequirement['level']) {
    super(place);
    this.level = level;
  }

  get schemes(): SecurityRequirement['schemes'] {
    return entryPlaces(this).map(({ name, tree }) => ({ name, scopes: locatedStrings(tree) }));
  }
}
