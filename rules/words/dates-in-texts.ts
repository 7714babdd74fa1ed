import { wordList, wordSet } from '#rules/words/word-list.ts';

/** Names, without casing and separators, of days that people know: `birthDate`, `dob`. */
export const dayNames: ReadonlySet<string> = wordSet(
  'birthdate birthday dateofbirth dob hiredate dateofhire dateofdeath deathdate weddingdate duedate enddate startdate invoicedate issuedate orderdate paymentdate deliverydate shipdate shippingdate releasedate publishdate publicationdate eventdate bookingdate appointmentdate checkindate checkoutdate departuredate arrivaldate returndate purchasedate registrationdate effectivedate expirydate expirationdate expiredate maturitydate renewaldate joindate joiningdate admissiondate dischargedate visitdate',
);

/** Names, without casing and separators, of the ends of a time in which something holds. */
export const periodNames: ReadonlySet<string> = wordSet(
  'validfrom validuntil validto validtill effectivefrom effectiveuntil effectiveto activefrom activeuntil',
);

/** What holds until a time, beside what has happened: `heldUntil`. */
export const endedStates: ReadonlySet<string> = wordSet(
  'held hidden muted silenced frozen banned open trial visible leased',
);

/** Words for an amount of money that nobody writes out; a payment, a tax or a deposit may be described. */
export const amountTextWords: readonly string[] = wordList(
  'price amount total subtotal cost fee balance salary revenue wage',
);

/** Last words of the names of columns that hold a number. */
export const numberTextWords: ReadonlySet<string> = wordSet(
  'quantity qty count latitude longitude lat lng lon age stock',
);

/** What is measured and, behind it, in what unit: `weight_kg`. */
export const measureWords: ReadonlySet<string> = wordSet(
  'weight length width height depth distance diameter radius area volume temperature mileage',
);
export const unitWords: ReadonlySet<string> = wordSet('kg km cm mm ml lbs sqm sqft m2 kwh celsius');

/** Words that make a number in a text one that is none: a range, a raw value, many digits, what a person writes. */
export const untypedNumberWords: ReadonlySet<string> = wordSet(
  'range text label display formatted raw original string wei gwei token tokens hex encrypted masked hash type code id ids format currency group bracket band description note notes words per min max estimate',
);
