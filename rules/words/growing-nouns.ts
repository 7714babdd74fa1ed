import { wordSet } from '#rules/words/word-list.ts';
/** What happens, in the singular and lower case: there is more of it every day, also below one item. */
export const activityNouns: ReadonlySet<string> = wordSet(
  'activity appointment article audit booking build call charge chat claim comment commit conversation delivery deploy deployment event execution expense export import incident invoice issue job log measurement message mention movement notification observation order parcel payment payout post posting purchase pullrequest rating reading receipt refund reply reservation return review ride run sale shipment submission thread ticket trace trade transaction transfer transcript trip tweet upload visit vote withdrawal deposit',
);

/** Who and what is there, in the singular and lower case: there is more of it as the product grows, though one item has few. */
export const stockNouns: ReadonlySet<string> = wordSet(
  'album applicant attendee auction bid book bookmark campaign candidate case child client company contact contract coupon course customer deal device document donation employee enrollment favorite favourite file follower friend gig guest image item lead lesson like link listing movie offer opportunity owner participant patient person pet photo picture place player podcast product project prospect quote question recipe repository restaurant sensor session shift song student subscriber subscription supplier task todo track user vehicle vendor video visitor voucher wish',
);

/** Items that hold all there is of one customer, in the singular: below them is what elsewhere stands at the root. */
export const tenantNouns: ReadonlySet<string> = wordSet(
  'org organization organisation tenant workspace namespace realm store shop environment',
);
