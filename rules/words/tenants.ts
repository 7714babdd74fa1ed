import { wordSet } from '#rules/words/word-list.ts';

/** What parts the data of one customer from that of others, and is called nothing else. */
export const tenantNouns: ReadonlySet<string> = wordSet('tenant organization organisation org workspace');

/** The same in some schemas; in others a thing among others. Most models have to have such a column. */
export const perhapsTenantNouns: ReadonlySet<string> = wordSet(
  'company team account project shop store site merchant school clinic club agency property restaurant business firm hotel gym salon practice church institution customer client group family household studio',
);

/** Words of models whose rows are the same for all tenants, or belong to a person or to the machinery. */
export const globalModelWords: ReadonlySet<string> = wordSet(
  'user users account accounts session sessions verification authenticator passkey credential credentials identity identities profile profiles admin admins staff superuser country countries currency currencies language languages locale locales timezone region state states city cities holiday plan plans price prices pricing tier feature features flag flags permission permissions role roles scope scopes migration migrations job jobs queue outbox inbox lock locks cache cron heartbeat system global setting settings config configuration version versions schema seed template templates unit units rate rates exchange platform provider providers worker workers ticker partition controller dispatcher dispatch lease token tokens waitlist newsletter contact release announcement changelog audit log logs event events idempotency processed dedupe faq help blog tax taxes industry industries sector sectors skill skills topic topics genre genres category categories tag tags visitor',
);

/** Last words of columns whose values people choose within their own organisation: another one chooses the same. */
export const chosenWithinTenant: ReadonlySet<string> = wordSet(
  'name slug title label code number no nr sku key handle barcode ean alias',
);

/** Words in the name of a unique column whose values are unique everywhere: generated, or kept by others. */
export const uniqueEverywhere: ReadonlySet<string> = wordSet(
  'token hash uuid guid secret api public external ext global universal share invite invitation verification otp reset session idempotency license licence activation access magic stripe paypal iban vat tax isbn domain subdomain host hostname url webhook signature checksum digest fingerprint serial imei mac vin phone mobile account card tracking routing short gift voucher',
);

/** Words of models of files: their keys are those of a store that all share. */
export const storedWords: ReadonlySet<string> = wordSet(
  'file files upload uploads attachment attachments asset assets blob object media image images document documents credential secret session',
);

/** Ways to say that a row without tenant is meant. */
export const sharedRows =
  /\b(?:null\w*|none|no (?:tenant|org\w*|workspace|team)|without|global(?:ly)?|system|built[- ]?in|shared|public|default|template|personal|all (?:tenants|organi[sz]ations|workspaces)|platform|super)\b/i;
