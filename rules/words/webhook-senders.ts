/**
 * Systems that send webhooks, in lower case, with the headers by which a receiver verifies them. Those that sign in another way, or
 * not at all, are not listed.
 */
export const webhookSenders: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'asana X-Hook-Signature',
    'bitbucket X-Hub-Signature',
    'calendly Calendly-Webhook-Signature',
    'clerk svix-id svix-timestamp svix-signature',
    'coinbase X-CC-Webhook-Signature',
    'discord X-Signature-Ed25519 X-Signature-Timestamp',
    'docusign X-DocuSign-Signature-1',
    'dropbox X-Dropbox-Signature',
    'facebook X-Hub-Signature-256',
    'github X-Hub-Signature-256',
    'gitlab X-Gitlab-Token',
    'gocardless Webhook-Signature',
    'hubspot X-HubSpot-Signature-v3 X-HubSpot-Request-Timestamp',
    'instagram X-Hub-Signature-256',
    'intercom X-Hub-Signature',
    'lemonsqueezy X-Signature',
    'linear Linear-Signature',
    'line X-Line-Signature',
    'messenger X-Hub-Signature-256',
    'notion X-Notion-Signature',
    'paddle Paddle-Signature',
    'pagerduty X-PagerDuty-Signature',
    'paypal PayPal-Transmission-Id PayPal-Transmission-Time PayPal-Transmission-Sig PayPal-Cert-Url',
    'paystack x-paystack-signature',
    'plaid Plaid-Verification',
    'razorpay X-Razorpay-Signature',
    'sentry Sentry-Hook-Signature',
    'shopify X-Shopify-Hmac-Sha256',
    'slack X-Slack-Signature X-Slack-Request-Timestamp',
    'square x-square-hmacsha256-signature',
    'stripe Stripe-Signature',
    'svix svix-id svix-timestamp svix-signature',
    'telegram X-Telegram-Bot-Api-Secret-Token',
    'trello X-Trello-Webhook',
    'twilio X-Twilio-Signature',
    'twitch Twitch-Eventsub-Message-Id Twitch-Eventsub-Message-Timestamp Twitch-Eventsub-Message-Signature',
    'typeform Typeform-Signature',
    'vercel x-vercel-signature',
    'whatsapp X-Hub-Signature-256',
    'woocommerce X-WC-Webhook-Signature',
    'workos WorkOS-Signature',
    'zendesk X-Zendesk-Webhook-Signature X-Zendesk-Webhook-Signature-Timestamp',
    'zoom x-zm-signature x-zm-request-timestamp',
  ].map((line) => {
    const [sender = '', ...headers] = line.split(' ');
    return [sender, headers];
  }),
);
