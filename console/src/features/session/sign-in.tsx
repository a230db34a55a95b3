import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { roleWords } from '../../copy/roles.js';
import { sessionWords } from '../../copy/session.js';
import type { Role } from '../../hub/gql/enums.js';
import { Button } from '../../kit/button.js';
import { TextField } from '../../kit/field.js';
import { useWords } from '../../lib/language.js';
import { hubAddress, root, settings } from '../../lib/settings.js';
import { matchesText } from '../../lib/text.js';
import { type DemoAccount, demoAccounts, demoToken } from './account.js';
import { useSession } from './session.js';
import css from './sign-in.module.css';

interface SignInFormProps {
  /** Takes a token, or undefined for the browser's session. Returns whether it was accepted. */
  readonly onToken: (token: string | undefined) => Promise<boolean>;
}

/** The first page: who are you? */
export function SignInPage() {
  const { enter } = useSession();
  const text = useWords(sessionWords);
  useEffect(() => {
    document.title = text.title;
  }, [text]);
  return (
    <main className={css.page}>
      <p className={css.brand}>{text.title}</p>
      <h1>{text.welcome}</h1>
      {settings.signIn === 'demo' ? <DemoAccounts onToken={enter} /> : null}
      {settings.signIn === 'jwt' ? <TokenForm onToken={enter} /> : null}
      {settings.signIn === 'oidc' ? <ProviderLink /> : null}
    </main>
  );
}

function DemoAccounts({ onToken }: SignInFormProps) {
  const text = useWords(sessionWords);
  const roles = useWords(roleWords);
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  const [search, setSearch] = useState('');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    demoAccounts().then(setAccounts, () => setFailed(true));
  }, []);
  const groups = useMemo(
    () =>
      byRole(
        accounts.filter(({ name, partner, email }) => matchesText(`${name} ${partner} ${email}`, search)),
      ),
    [accounts, search],
  );
  const enter = async ({ email }: DemoAccount) => onToken(await demoToken(email));
  return (
    <>
      <p className={css.intro}>{text.demonstration}</p>
      {failed && <p role="alert">{text.unreachable}</p>}
      <div className={css.search}>
        <TextField label={text.searchAccount} type="search" value={search} onChange={setSearch} />
      </div>
      {accounts.length > 0 && groups.length === 0 && <p>{text.noAccount}</p>}
      {groups.map(([role, members]) => (
        <section key={role} className={css.group}>
          <h2>{roles[role as Role]}</h2>
          <ul className={css.cards}>
            {members.map((account) => (
              <li key={account.member}>
                <button type="button" className={css.card} onClick={() => enter(account)}>
                  <strong>{account.name}</strong>
                  <span>{account.partner}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The order of the roles on the first page: those who use the console all day come first. */
const roleOrder = [
  'CASEWORKER',
  'PARTNER_ADMINISTRATOR',
  'COORDINATOR',
  'CLAUSE_FACILITATOR',
  'DATA_PROTECTION_OFFICER',
  'COMMITTEE_MEMBER',
];

function byRole(accounts: readonly DemoAccount[]): [string, DemoAccount[]][] {
  const groups = Map.groupBy(accounts, ({ role }) => role);
  return [...groups].sort(([a], [b]) => roleOrder.indexOf(a) - roleOrder.indexOf(b));
}

/** Signs in with a pasted token. */
export function TokenForm({ onToken }: SignInFormProps) {
  const text = useWords(sessionWords);
  const [token, setToken] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(!(await onToken(token.trim())));
  };
  return (
    <form className={css.token} noValidate onSubmit={submit}>
      <TextField
        label={text.token}
        hint={text.tokenHint}
        error={refused ? text.tokenRefused : undefined}
        type="password"
        value={token}
        onChange={setToken}
        required
      />
      <Button kind="main" type="submit">
        {text.signIn}
      </Button>
    </form>
  );
}

function ProviderLink() {
  const text = useWords(sessionWords);
  const to = encodeURIComponent(location.href.slice(root.href.length));
  return (
    <a className={css.provider} href={hubAddress(`auth/login?to=${to}`)}>
      {text.signInAtProvider}
    </a>
  );
}
