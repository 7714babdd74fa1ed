import { wordList, wordSet } from '#rules/words/word-list.ts';

/**
 * Columns that tell rows of some models apart, without casing and separators, and the last words of those models, in the singular; `*`
 * is any model.
 */
export const uniqueColumns: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...columns('email emailaddress', 'user admin administrator subscriber login'),
  ...columns('username userhandle handle login loginname nickname', 'user admin administrator profile account player'),
  ...columns('slug', '*'),
  ...columns('sku', 'product variant item article good part'),
  ...columns('isbn isbn13 isbn10', 'book edition'),
  ...columns('ean gtin barcode', 'product variant article'),
  ...columns('subdomain hostname customdomain', '*'),
  ...columns('couponcode promocode vouchercode', '*'),
  ...columns('code', 'coupon voucher promotion promo discount currency country language'),
  ...columns('ordernumber orderno', 'order'),
  ...columns('invoicenumber invoiceno', 'invoice'),
  ...columns('vin', 'vehicle car'),
  ...columns('iban', 'bankaccount'),
  ...columns('licenseplate licenceplate', 'vehicle car'),
  ...columns('serialnumber', 'device machine asset sensor'),
]);

function columns(names: string, models: string): readonly (readonly [string, ReadonlySet<string>])[] {
  return wordList(names).map((name) => [name, wordSet(models)]);
}

/** Words of models that hold copies, drafts or steps of others, where values come again. */
export const repeatingModelWords: ReadonlySet<string> = wordSet(
  'history log audit version revision draft translation localization localisation snapshot archive backup import export staging temp tmp pending request invite invitation invitations submission lead contact waitlist queue event redirect alias legacy old deleted cache line row item_history job attempt',
);
