import { wordSet } from '#rules/words/word-list.ts';

/** Last words of what belongs to a row wherever it is shown. */
export const copiedColumnWords: ReadonlySet<string> = wordSet(
  'name email phone title avatar image photo logo username slug city country website firstname lastname fullname birthdate category brand department',
);

/** Words, in the singular, of the names of models that keep what was true when they were written. */
export const frozenDocumentWords: ReadonlySet<string> = wordSet(
  'order invoice receipt quote quotation contract offer bill statement payslip payroll shipment label certificate booking reservation payment refund transaction purchase sale line item snapshot history log audit event archive record report export import notification email message mail cache index search view summary stat feed request application submission enrollment registration signature',
);
