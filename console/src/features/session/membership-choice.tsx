import { useEffect } from 'react';
import { roleWords } from '../../copy/roles.js';
import { sessionWords } from '../../copy/session.js';
import type { Role } from '../../hub/gql/enums.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';
import { acceptInvitation, type Choices, signOut } from './account.js';
import { useSession } from './session.js';
import css from './sign-in.module.css';

/** For an account with several memberships, or with an invitation. */
export function MembershipChoice({ token, choices }: { token: string | undefined; choices: Choices }) {
  const { choose, enter } = useSession();
  const text = useWords(sessionWords);
  const roles = useWords(roleWords);
  useEffect(() => {
    document.title = text.title;
  }, [text]);
  const { memberships, invitations } = choices;
  return (
    <main className={css.page}>
      <p className={css.brand}>{text.title}</p>
      <h1>{memberships.length + invitations.length > 0 ? text.chooseMembership : text.noMembership}</h1>
      <ul className={css.cards}>
        {memberships.map((it) => (
          <li key={`${it.slug} ${it.role}`}>
            <button type="button" className={css.card} onClick={() => choose(it)}>
              <strong>{it.partner}</strong>
              <span>{roles[it.role as Role]}</span>
            </button>
          </li>
        ))}
      </ul>
      {invitations.map((it) => (
        <p key={it.id} className={css.group}>
          {text.invitation(roles[it.role as Role], it.partner)}
          <Button onPress={async () => (await acceptInvitation(token, it)) && enter(token)}>
            {text.acceptInvitation}
          </Button>
        </p>
      ))}
      <Button kind="plain" onPress={() => signOut(token)}>
        {text.signOut}
      </Button>
    </main>
  );
}
