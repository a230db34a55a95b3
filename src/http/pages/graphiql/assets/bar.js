const ROLES = {
  CASEWORKER: 'conseil',
  PARTNER_ADMINISTRATOR: 'administration du partenaire',
  COORDINATOR: 'coordination',
  CLAUSE_FACILITATOR: 'facilitation de la clause',
  COMMITTEE_MEMBER: 'comité de pilotage',
  DATA_PROTECTION_OFFICER: 'protection des données',
};

const element = (id) => document.getElementById(id);

/** Shows a message in the bar; an empty message clears it. */
export function say(message, isError = false) {
  const notice = element('notice');
  notice.textContent = message;
  notice.classList.toggle('hub-error', isError);
}

/** Connects the sign-in fields and the sign-out button to the session, in all modes. */
export function wireSignIn(session) {
  const attempt = async (action) => {
    say('');
    try {
      await action();
    } catch (error) {
      say(error.message, true);
    }
    showIdentity(session.identity);
  };
  element('sign-out').addEventListener('click', () => {
    say('');
    offer([], () => {});
    if (element('login')) attempt(() => session.leave());
    else session.signOut();
  });
  session.addEventListener('change', () => showIdentity(session.identity));
  showIdentity(session.identity);
  if (element('account')) wireAccounts(session, attempt);
  if (element('login')) attempt(() => enter(session, attempt));
  element('token-form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = element('token');
    const token = field.value.trim().replace(/^Bearer\s+/i, '');
    field.value = '';
    session.signOut();
    attempt(() => enter(session, attempt, token));
  });
}

/** Signs in with the membership of the token or the browser session. With several memberships, the user chooses. */
async function enter(session, attempt, token) {
  const { memberships, invitations } = await session.choices(token);
  const select = element('membership');
  const chosen = memberships.find((it) => it.chosen);
  element('membership-choice').hidden = memberships.length < 2;
  select.replaceChildren(
    new Option('Choisir…', ''),
    ...memberships.map(
      (it, index) =>
        new Option(`${it.partner} (${ROLES[it.role] ?? it.role})`, index, it === chosen, it === chosen),
    ),
  );
  select.onchange = () =>
    select.value && attempt(() => session.become(memberships[Number(select.value)], { token }));
  offer(invitations, (invitation, accepts) =>
    attempt(async () => {
      await session.reply(token, invitation, accepts);
      await enter(session, attempt, token);
    }),
  );
  if (chosen) await session.become(chosen, { token });
  else session.signOut();
}

/** Shows the invitations. `reply` is called with the answered invitation and whether it was accepted. */
function offer(invitations, reply) {
  const list = element('invitations');
  list.hidden = invitations.length === 0;
  list.replaceChildren(
    ...invitations.map((invitation) => {
      const item = document.createElement('li');
      const button = (label, accepts) => {
        const it = document.createElement('button');
        it.type = 'button';
        it.textContent = label;
        it.addEventListener('click', () => reply(invitation, accepts));
        return it;
      };
      const { partner, role } = invitation;
      item.append(
        `${partner} vous invite à travailler avec son équipe (rôle : ${ROLES[role] ?? role}). `,
        button('Accepter', true),
        button('Refuser', false),
      );
      return item;
    }),
  );
}

function wireAccounts(session, attempt) {
  const select = element('account');
  const retry = element('retry');
  let accounts = [];
  const load = () =>
    attempt(async () => {
      retry.hidden = false;
      select.replaceChildren(new Option('Comptes indisponibles', ''));
      accounts = await session.accounts();
      retry.hidden = true;
      select.disabled = false;
      fillSelect(
        select,
        'Choisir un compte…',
        accounts.map(({ member, name, partner, role, invited }) => ({
          group: partner,
          label: `${name} (${ROLES[role] ?? role}${invited ? ', invitation en attente' : ''})`,
          value: member,
        })),
      );
    });
  const signInAs = async (account) => {
    const token = await session.tokenOf(account);
    const { invitations } = await session.choices(token);
    offer(invitations, (invitation, accepts) =>
      attempt(async () => {
        await session.reply(token, invitation, accepts);
        await load();
        await signInAs(accounts.find(({ member }) => member === account.member) ?? account);
      }),
    );
    if (!account.invited) await session.become(account, { token, email: account.email });
  };
  select.addEventListener('change', () => {
    const account = accounts.find(({ member }) => member === select.value);
    // Remove everything of the previous user before another user signs in.
    offer([], () => {});
    session.signOut();
    if (account) attempt(() => signInAs(account));
  });
  retry.addEventListener('click', load);
  load();
}

function showIdentity(identity) {
  element('who').textContent = identity
    ? `${identity.name}, ${identity.partner} (${ROLES[identity.role] ?? identity.role})`
    : '';
  element('sign-out').hidden = !identity;
  const operation = element('operation');
  if (operation) operation.disabled = !identity;
  const login = element('login');
  if (login) login.hidden = Boolean(identity);
  const select = element('account');
  if (select && identity) select.value = identity.member;
}

/** Lists the saved operations. Choosing one calls `open` and resets the list. */
export function wireOperations(operations, open) {
  const select = element('operation');
  fillSelect(
    select,
    'Choisir une opération…',
    operations.map(({ group, title }, index) => ({ group, label: title, value: String(index) })),
  );
  select.addEventListener('change', () => {
    const operation = operations[Number(select.value)];
    if (select.value !== '' && operation) open(operation);
    select.value = '';
  });
}

function fillSelect(select, placeholder, choices) {
  const groups = Map.groupBy(choices, ({ group }) => group);
  select.replaceChildren(
    new Option(placeholder, ''),
    ...[...groups].map(([label, members]) => {
      const group = document.createElement('optgroup');
      group.label = label;
      group.append(...members.map((choice) => new Option(choice.label, choice.value)));
      return group;
    }),
  );
}
