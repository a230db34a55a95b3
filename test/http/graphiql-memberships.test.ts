import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '../kit/browser.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import type { SeededMember } from '../kit/town.js';

describeInBrowser('GraphiQL', (browser) => {
  const hub = testHub();
  let provider: IdentityProvider;
  let withTokens: string;
  beforeAll(async () => {
    provider = await startIdentityProvider([await newKeys('RS256', 'one')]);
    const { issuer, jwksUrl } = provider;
    const settings = { AUTH: 'jwt', AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: jwksUrl };
    withTokens = (await hub.startAnother(settings)).url;
  });
  afterAll(() => provider.stop());

  const invited = async ({ email }: SeededMember, role: string) => {
    const { client } = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    return runCommand(client, 'inviteMember', validInput.inviteMember({ email, role }));
  };

  it('shows an invitation; after accepting it, the account works for the partner', async () => {
    const member = await hub.town.member(await hub.town.partner());
    const invitation = await invited(member, 'COMMITTEE_MEMBER');
    const page = await browser.open(`${hub.url}/graphiql`);
    await page.waitForSelector('#account:not([disabled])');
    await page.selectOption('#account', `member_${member.key}`);
    await page.waitForSelector('.graphiql-container');
    const offer = page.locator('#invitations li');
    expect(await offer.textContent()).toMatch(
      /vous invite à .* \(rôle : comité de pilotage\)\. AccepterRefuser$/,
    );
    await offer.getByText('Accepter').click();
    await offer.waitFor({ state: 'detached' });
    await page.selectOption('#account', invitation.id);
    await page.locator('#who', { hasText: 'comité de pilotage' }).waitFor();
  });

  it('lets an account with several memberships choose one, and sends operations with it', async () => {
    const subject = 'sub-of-nour';
    const partners = [await hub.town.partner(), await hub.town.partner()] as const;
    for (const [partner, role] of [
      [partners[0], 'CASEWORKER'],
      [partners[0], 'DATA_PROTECTION_OFFICER'],
      [partners[1], 'CASEWORKER'],
    ] as const) {
      const { key } = await hub.town.member(partner, role);
      await hub.owner('update member set subject = $2 where id = $1', [key, subject]);
    }
    const page = await browser.open(`${withTokens}/graphiql`);
    await page.fill('#token', await provider.token({ sub: subject }));
    await page.click('#token-form button');
    await page.waitForSelector('#membership-choice:not([hidden])');
    const choices = await page.locator('#membership option').allTextContents();
    expect(choices).toHaveLength(4);
    const officer = choices.findIndex((it) => it.endsWith('(protection des données)'));
    await page.selectOption('#membership', { index: officer });
    // The first tab has the saved operation WhoAmI.
    for (const editor of ['.graphiql-query-editor', '.result-window'])
      await page.waitForSelector(`${editor} .view-lines`, { state: 'attached' });
    await page.locator('.graphiql-query-editor', { hasText: 'WhoAmI' }).waitFor();
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window', { hasText: 'DATA_PROTECTION_OFFICER' }).waitFor();
  });
});
