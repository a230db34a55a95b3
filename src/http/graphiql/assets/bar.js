const ROLES = {
  CASEWORKER: 'conseil',
  PARTNER_ADMINISTRATOR: 'administration du partenaire',
  COORDINATOR: 'coordination',
  CLAUSE_FACILITATOR: 'facilitation de la clause',
  COMMITTEE_MEMBER: 'comité de pilotage',
  DATA_PROTECTION_OFFICER: 'protection des données',
};

const element = (id) => document.getElementById(id);

/** Shows a sentence in the bar, or clears it. */
export function say(message, isError = false) {
  const notice = element('notice');
  notice.textContent = message;
  notice.classList.toggle('hub-error', isError);
}

/** Wires sign-in and sign-out to the session: by account in a demonstration, else by token. */
export function wireSignIn(session) {
  const attempt = async (act) => {
    say('');
    try {
      await act();
    } catch (error) {
      say(error.message, true);
    }
    showIdentity(session.identity);
  };
  element('sign-out').addEventListener('click', () => {
    say('');
    if (element('login')) attempt(() => session.leave());
    else session.signOut();
  });
  session.addEventListener('change', () => showIdentity(session.identity));
  showIdentity(session.identity);
  if (element('account')) wireAccounts(session, attempt);
  if (element('login')) wireProvider(session, attempt);
  element('token-form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = element('token');
    const token = field.value.trim().replace(/^Bearer\s+/i, '');
    field.value = '';
    attempt(() => session.signInWith(token));
  });
}

function wireProvider(session, attempt) {
  // What the address opens, the sign-in leads back to.
  element('login').href += encodeURIComponent(location.hash);
  const select = element('partner');
  select.addEventListener('change', () => select.value && attempt(() => session.choose(select.value)));
  attempt(async () => {
    const memberships = await session.resume();
    element('partner-choice').hidden = memberships.length < 2;
    const options = memberships.map(({ slug, partner, chosen }) => new Option(partner, slug, chosen, chosen));
    select.replaceChildren(new Option('Choisir un partenaire…', ''), ...options);
  });
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
        accounts.map(({ email, name, partner, role }) => ({
          group: partner,
          label: `${name} (${ROLES[role] ?? role})`,
          value: email,
        })),
      );
    });
  select.addEventListener('change', () => {
    const account = accounts.find(({ email }) => email === select.value);
    attempt(async () => (account ? session.signInAs(account) : session.signOut()));
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
  if (select) select.value = identity?.email ?? '';
}

/** Lists the saved operations; choosing one calls `open` and leaves the list ready to choose again. */
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
