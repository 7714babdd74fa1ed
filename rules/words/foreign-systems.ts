/** Systems whose ids schemas keep, in lower case: a comment that names one says whose id it is. */
export const foreignSystems: readonly string[] =
  'adyen airtable algolia amazon asana atlassian auth0 aws azure bigcommerce bitbucket braintree browserbase calendly chargebee cloudflare cognito contentful discord docusign dropbox ebay elasticsearch facebook figma firebase fedex github gitlab gmail google gocardless hubspot instagram intercom ipfs jira kafka keycloak klarna klaviyo lemonsqueezy linkedin mailchimp mailgun microsoft mixpanel mollie mux netlify netsuite notion okta onedrive openai outlook paddle paypal pipedrive plaid posthog postmark quickbooks razorpay recurly reddit redis revenuecat s3 salesforce sendgrid sentry shopify slack snowflake spotify stripe supabase telegram tiktok trello twilio twitch twitter typeform usps vercel vimeo whatsapp woocommerce wordpress workos xero youtube zapier zendesk zoho'.split(
    ' ',
  );

/** The same, where the name is a word too: only with a capital. */
export const capitalSystems: readonly string[] =
  'Apple Box Clerk Linear Meta Messenger Monday Pusher Resend Square Steam Tally Teams Temporal Ups Zoom'.split(' ');

/** Ways to say that an id comes from elsewhere. */
export const externalPhrases =
  /\b(?:external(?:ly)?|third[- ]part(?:y|ies)|3rd[- ]party|remote|upstream|vendor(?:'s)?|idempotency key|foreign system|other (?:system|service|database|db)|another (?:system|service|database|db|app)|(?:their|partner(?:'s)?|provider(?:'s)?) (?:\w+ )?(?:api|system|platform|side|end|database|id)|from (?:the|an?|their) (?:\w+ )?(?:api|webhook|payload|provider|idp|platform|service|sdk)|legacy (?:id|system|database|db)|(?:in|of|from|by) (?:the |an? |our )?[\w-]+[- ](?:micro)?service\b|(?:in|of|from|by) (?:the )?(?:cdn|pos)|(?:crm|erp|idp|pim|lms|psp|wms|hris))\b/i;

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
