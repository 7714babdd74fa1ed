import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { addHeadersAt, type HeadersSite } from '#rules/fixes/openapi/add-header.ts';
import { headerValue, type NewHeader } from '#rules/fixes/openapi/header-value.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';

/** Documents a header as other responses of the description write it (a portable value), else in place. */
export function addHeaderLike(
  site: HeadersSite,
  name: string,
  house: PlainValue | undefined,
  standard: NewHeader,
  context: DescriptionContext,
): readonly [TreeChange, ...TreeChange[]] {
  const value = house === undefined ? headerValue(context, standard) : valueIn(house, site.uri);
  return addHeadersAt(site, { [name]: value });
}
