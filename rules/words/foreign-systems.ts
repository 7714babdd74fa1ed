/** Systems whose ids schemas keep, in lower case: a comment that names one says whose id it is. */
export const foreignSystems: readonly string[] =
  'adyen airtable algolia aliexpress alipay aliyun amazon amplitude asana atlassian auth0 aws azure bigcommerce bitbucket braintree browserbase calendly cashfree chargebee cloudflare cognito conekta coinbase contentful datadog dhl dingtalk discord docusign dropbox ebay elasticsearch etsy facebook feishu figma firebase fedex github gitlab gmail google gocardless hotmart hubspot instagram intercom ipfs jira kakao kafka keycloak klarna klaviyo lemonsqueezy langfuse linkedin mailchimp mailgun mercadolibre mercadolivre mercadopago microsoft mixpanel mollie mux netlify netsuite notion okta opentelemetry onedrive openai outlook pagseguro paddle paypal pipedrive plaid posthog postmark quickbooks razorpay recaptcha recurly reddit redis revenuecat s3 salesforce sendgrid sentry shopify slack snowflake spotify stripe supabase telegram tiktok trello twilio twitch twitter typeform usps vercel vtex vimeo wechat wecom weibo whatsapp woocommerce wordpress workos xero youtube zapier zendesk zoho'.split(
    ' ',
  );

/** The same, where the name is a word too: only with a capital. */
export const capitalSystems: readonly string[] =
  'Apple Box Clerk Linear Meta Messenger Monday Pusher Resend Square Steam Tally Teams Temporal Ups Zoom'.split(' ');

/** Ways to say that an id comes from elsewhere. */
export const externalPhrases =
  /\b(?:external(?:ly)?|third[- ]part(?:y|ies)|3rd[- ]party|remote|upstream|vendor(?:'s)?|idempotency key|foreign system|other (?:system|service|database|db)|another (?:system|service|database|db|app)|(?:their|partner(?:'s)?|provider(?:'s)?) (?:\w+ )?(?:api|system|platform|side|end|database|id)|from (?:the|an?|their) (?:\w+ )?(?:api|webhook|payload|provider|idp|platform|service|sdk)|legacy (?:id|system|database|db)|(?:in|of|from|by) (?:the |an? |our )?[\w-]+[- ](?:micro)?service\b|(?:in|of|from|by) (?:the )?(?:cdn|pos)|(?:crm|erp|idp|pim|lms|psp|wms|hris))\b/i;

/** Ways to say that an id is no foreign key: it is written by a standard or a device, given by somebody else, or kept on purpose without its row. */
export const foreignIdPhrases: readonly RegExp[] = [
  /\b(?:rfc[ -]?\d{3,}|message-id|w3c|traceparent|x-[a-z]+-id|(?:http|e-?mail|smtp|mime|request|response) headers?)\b/i,
  /\bnot (?:a |an |our |the |in our |one of our |from our )?(?:foreign key|fk|relation|reference|ours|own|internal|local|db|database|prisma)\b/i,
  /\b(?:opaque|denormali[sz]ed|polymorphic|tombstone|imei|serial number|fingerprint|cookie|hardware id|mac address)\b/i,
  /\b(?:logical|soft|loose|weak|dangling) (?:foreign key|fk|reference|ref|relation|link)\b/i,
  /\b(?:distributed )?trac(?:ing|e context)\b|\bcorrelat\w+/i,
  /\b(?:client|browser|device|user|caller|customer|merchant)[- ](?:generated|supplied|provided|side|given|chosen)\b/i,
  /\b(?:generated|assigned|issued|given|supplied|provided|sent|returned|reported|created|chosen|used|managed|owned|stored|known) (?:by|in|at|on) (?:the |an? |our )?(?:\w+ )?(?:client|browser|device|vendor|provider|gateway|processor|carrier|courier|bank|broker|exchange|upstream|store|manufacturer|network|server|library|sdk|partner|marketplace|platform|supplier|issuer)\b/i,
  /\b(?:payment|sms|e-?mail|shipping|identity|auth|oauth|sso|cloud|storage) (?:provider|gateway|processor|platform|service|vendor)\b/i,
  /\b(?:app|play) store\b|\bmarketplace\b|\belsewhere\b|\bimported from\b|\blegacy\b/i,
  /\b(?:in|of|from|by|on) (?:the |an? |our |another |other )?(?:\w+ )?(?:data warehouse|microservice|mainframe|monolith|provider|vendor)\b/i,
  /\bextern[aeo]?s?\b|\b(?:otro|outro|altro) sistema\b|\bautre syst[eè]me\b|\b(?:fremd|anderen) ?system/i,
  /\b(?:cus|sub|pi|ch|cs|acct|pm|seti|evt|txn|prod|price)_[\w.…*]+|\bgid:\/\//i,
  /\b(?:in|from|of|by|at|im|en|de|dans) (?!(?:IDS?|UUIDS?|ULIDS?|CUIDS?|DBS?|URLS?|JSON|UTC|USD|EUR|APIS?|SQL|FK|PK|MVP|UI|UX|THE|AN?|OUR|ALL)\b)[A-Z]{2,8}\b/,
  /第三方|外部|他システム|внешн|сторонн/i,
];

/** Behind the name of a thing they say that its key is not meant: `order number`. */
export const otherKeyWords: readonly string[] = 'number no nr num reference ref code sku sid slug'.split(' ');

/** Ids that are passed around between systems: the last word of a column's name before `id`. A table of ours may be called so, too. */
export const passedAroundWords: readonly string[] =
  'trace span request correlation session device message visitor transaction checkout charge call event webhook invocation fingerprint'.split(
    ' ',
  );

/** Ids in the headers of a message. */
export const mailIdWords: readonly string[] = 'message thread conversation reference'.split(' ');

/** Words in the names of models that hold mail. */
export const mailModelWords: readonly string[] =
  'email emails mail mails mailbox inbound outbound imap smtp newsletter sms correo correos courriel'.split(' ');

/** Columns of mail, without casing and separators. */
export const mailColumnNames: readonly string[] =
  'inreplyto replyto references messageheaders rawheaders mailbox imapuid internetmessageid subject fromaddress fromemail toaddress toemail'.split(
    ' ',
  );

/** Ids that are a schema's own, also in a copy of what another system has: the words before `id`. */
export const ownIdNames: readonly string[] =
  'user owner author member tenant organization organisation org workspace team'.split(' ');

/** A comment before a model says that its rows are those of another system. */
export const mirrorPhrases =
  /\b(?:mirror(?:s|ed|ing)?|cop(?:y|ies|ied)|import(?:s|ed)?|sync(?:s|ed|hroni[sz]ed)?|replicat\w+|fetched|pulled|scraped|received)\b.{0,40}?\b(?:from|with|by)\b/i;

/** Words that are written with a capital and name no system, in lower case. */
export const plainCapitals: readonly string[] = [
  'id',
  'ids',
  'uuid',
  'cuid',
  'todo',
  'note',
  'fixme',
  'optional',
  'required',
  'foreign',
  'key',
  'primary',
  'null',
  'prisma',
  'postgres',
  'postgresql',
  'mysql',
  'sqlite',
  'db',
];
