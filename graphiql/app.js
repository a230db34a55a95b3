import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { createElement as h, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { say, wireOperations, wireSignIn } from '../src/http/pages/graphiql/assets/bar.js';
import { ask, Session } from '../src/http/pages/graphiql/assets/session.js';
import { createFetcher } from './fetcher.js';
import { storageFor } from './storage.js';

// E-mails sent before the console was there link to the notifications in this page.
if (location.hash === '#notifications') location.replace('notifications');

const root = createRoot(document.getElementById('graphiql'));
const session = new Session();
/** Opens an operation in a new tab of GraphiQL; undefined while no user is signed in. */
let openInTab;

/** Rendered in place of GraphiQL's logo, because GraphiQL's tabs are only accessible to its child components. */
function TabOpener() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  // Wrap lines: each saved operation begins with a comment of a full sentence.
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
  useEffect(() => {
    openInTab = ({ query, variables }) => {
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    };
    return () => {
      openInTab = undefined;
    };
  });
  return null;
}

function Welcome() {
  const has = (id) => document.getElementById(id);
  return h(
    'section',
    { className: 'hub-welcome' },
    h('h2', null, 'Personne n’est connecté'),
    h(
      'p',
      null,
      has('account')
        ? 'Choisissez un compte de démonstration dans la barre du haut : vous verrez le hub comme cette personne le voit, ni plus, ni moins.'
        : has('login')
          ? 'Connectez-vous en haut avec votre compte professionnel.'
          : 'Collez en haut le jeton d’accès que vous a donné votre fournisseur d’identité.',
    ),
    h(
      'p',
      null,
      'La connexion ne vaut que pour cet onglet. Ouvrez-en un second pour être deux personnes à la fois : l’une envoie une orientation, l’autre la voit arriver.',
    ),
  );
}

/** Fills in a new idempotency key and today's date when an operation is opened. */
function prepared({ document, variables }) {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const key = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const today = new Date().toLocaleDateString('sv-SE');
  const text = variables ? JSON.stringify(variables, null, 2) : '';
  return { query: document, variables: text.replaceAll('{uuid}', key).replaceAll('{today}', today) };
}

let current;
let storage;
function show(operations) {
  current?.dispose();
  storage?.close();
  current = session.identity && createFetcher(session, say);
  storage = storageFor(session.identity);
  const first = operations[0] && prepared(operations[0]);
  root.render(
    current
      ? h(
          GraphiQL,
          {
            // A new key creates a new GraphiQL for each user, so that no answer for the previous user stays on the screen.
            key: crypto.getRandomValues(new Uint32Array(1))[0],
            fetcher: current.fetcher,
            storage,
            defaultTabs: first ? [first] : undefined,
            defaultQuery: '# Écrivez ici, ou choisissez une opération dans la barre du haut.\n',
            isHeadersEditorEnabled: false,
            showPersistHeadersSettings: false,
            defaultEditorToolsVisibility: 'variables',
            forcedTheme: 'light',
          },
          h(GraphiQL.Logo, null, h(TabOpener)),
        )
      : h(Welcome),
  );
}

const { answer } = await ask(`graphiql/${document.body.dataset.version}/operations.json`, {
  cache: 'default',
}).catch((error) => ({ answer: say(error.message, true) }));
const operations = answer ?? [];
session.addEventListener('change', () => show(operations));
wireOperations(operations, (operation) => openInTab?.(prepared(operation)));
wireSignIn(session);
show(operations);
