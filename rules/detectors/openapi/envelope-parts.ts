import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { ListEnvelope } from '#core/openapi/resources/list-envelope.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** True for a list that comes in pages. */
export function isPaged(operation: Operation, { kind, about }: ListEnvelope, scope: Scope): boolean {
  if (kind !== 'bare') return about.length > 0 || kind === 'hal' || kind === 'odata';
  const { limit, cursor, offset } = pagingOf(operation, scope);
  return (limit ?? cursor ?? offset) !== undefined;
}

/** A property that holds what pages (`holder`), or counts all there are (`total`), and the schema that has it. */
export interface EnvelopePart {
  readonly role: 'holder' | 'total';
  readonly property: OwnedProperty;
  readonly whole: Schema;
}

/** Of each what there is only one of. */
export function envelopeParts({ kind, items, about, whole }: ListEnvelope, scope: Scope): readonly EnvelopePart[] {
  if (items === undefined || (kind !== 'apart' && kind !== 'beside')) return [];
  const [holder, ...others] = about.flatMap((property) => {
    const held = scope.resolve(property.schema);
    return held !== undefined && propertiesOf(held, scope).length > 0 ? [{ property, held }] : [];
  });
  if (holder === undefined) return totalsIn(about, whole);
  if (others.length > 0) return [];
  const { property, held } = holder;
  return [{ role: 'holder', property, whole }, ...totalsIn(propertiesOf(held, scope), held)];
}

function totalsIn(properties: readonly OwnedProperty[], whole: Schema): readonly EnvelopePart[] {
  const [property, ...others] = properties.filter(({ name }) => totalNames.has(foldedName(name.value)));
  return property === undefined || others.length > 0 ? [] : [{ role: 'total', property, whole }];
}

const totalNames = wordSet('total totalcount totalitems totalresults totalrecords totalelements totalrows totalnumber');
