import { describe, it } from 'mocha';
import { securityDeclared } from '#rules/openapi/security-declared.ts';
import { checkExample } from './check-rule.ts';

/** Two operations; what the second requires is written where the first writes it, in its quotes. */
function text(first: string, second: string, get = 'get'): string {
  return `swagger: "2.0"
paths:
  /orders:
    get:
${first}  /users:
    ${get}:
${second}securityDefinitions:
  shop:
    type: "oauth2"
    flow: "implicit"
    authorizationUrl: "https://example.com"
    scopes:
      read:orders: "Read"
      write:orders: "Write"
`;
}

const responses = `      responses:
        "200":
          description: "ok"
`;
const security = `      security:
      - shop:
        - "write:orders"
        - "read:orders"
`;

describe('what an operation requires', () => {
  it('is written behind the responses where others write it there, in their quotes', () => {
    checkExample(securityDeclared, {
      title: '',
      bad: text(responses + security, responses, '«get»'),
      good: text(responses + security, responses + security),
    });
  });

  it('is written before them else', () => {
    checkExample(securityDeclared, {
      title: '',
      bad: text(security + responses, responses, '«get»'),
      good: text(security + responses, security + responses),
    });
  });
});
